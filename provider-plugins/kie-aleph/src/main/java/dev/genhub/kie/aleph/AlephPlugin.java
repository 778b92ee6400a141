package dev.genhub.kie.aleph;

import dev.genhub.kie.KiePlugin;
import org.pf4j.Extension;

/** Offers Runway's Aleph. */
@Extension
public final class AlephPlugin extends KiePlugin {

  /** Called by the hub. */
  public AlephPlugin() {
    super("kie-aleph", "https://docs.kie.ai/runway-api/generate-aleph-video", new AlephLive());
  }
}
