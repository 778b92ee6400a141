package dev.genhub.kie.luma;

import dev.genhub.kie.KiePlugin;
import org.pf4j.Extension;

/** Offers Luma's Modify. */
@Extension
public final class LumaPlugin extends KiePlugin {

  /** Called by the hub. */
  public LumaPlugin() {
    super("kie-luma", "https://docs.kie.ai/luma-api/quickstart", new LumaLive());
  }
}
