package dev.genhub.kie.midjourney;

import dev.genhub.kie.KiePlugin;
import org.pf4j.Extension;

/** Offers Midjourney's models. */
@Extension
public final class MidjourneyPlugin extends KiePlugin {

  /** Called by the hub. */
  public MidjourneyPlugin() {
    super(
        "kie-midjourney",
        "https://docs.kie.ai/mj-api/quickstart",
        new MidjourneyLive(),
        new MidjourneyGuide());
  }
}
