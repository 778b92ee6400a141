package dev.genhub.kie.runway;

import dev.genhub.kie.KiePlugin;
import org.pf4j.Extension;

/** Offers Runway's model. */
@Extension
public final class RunwayPlugin extends KiePlugin {

  /** Called by the hub. */
  public RunwayPlugin() {
    super(
        "kie-runway",
        "https://docs.kie.ai/runway-api/quickstart",
        new RunwayLive(),
        new RunwayGuide());
  }
}
