package dev.genhub.kie.veo;

import dev.genhub.kie.KiePlugin;
import org.pf4j.Extension;

/** Offers Veo's models. */
@Extension
public final class VeoPlugin extends KiePlugin {

  /** Called by the hub. */
  public VeoPlugin() {
    super("kie-veo", "https://docs.kie.ai/veo3-api/quickstart", new VeoLive(), new VeoGuide());
  }
}
