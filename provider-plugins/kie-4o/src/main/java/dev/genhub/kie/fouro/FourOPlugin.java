package dev.genhub.kie.fouro;

import dev.genhub.kie.KiePlugin;
import org.pf4j.Extension;

/** Offers the images of GPT-4o. */
@Extension
public final class FourOPlugin extends KiePlugin {

  /** Called by the hub. */
  public FourOPlugin() {
    super("kie-4o", "https://docs.kie.ai/4o-image-api/quickstart", new FourOLive());
  }
}
