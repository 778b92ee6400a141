package dev.genhub.kie.suno;

import dev.genhub.kie.KiePlugin;
import org.pf4j.Extension;

/** Offers Suno's models. */
@Extension
public final class SunoPlugin extends KiePlugin {

  /** Called by the hub. */
  public SunoPlugin() {
    super("kie-suno", "https://docs.kie.ai/suno-api/quickstart", new SunoLive(), new SunoGuide());
  }
}
