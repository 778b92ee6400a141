package dev.genhub.spi;

/** The version of this SPI; a plugin's manifest requires a range of it. */
public final class SpiVersion {

  /** Semantic version; a plugin written for 1.x writes {@code >=1.0.0 & <2.0.0}. */
  public static final String CURRENT = "1.0.0";

  private SpiVersion() {}
}
