package dev.genhub.kie.flux;

import dev.genhub.kie.KiePlugin;
import org.pf4j.Extension;

/** Offers the models of Flux Kontext. */
@Extension
public final class FluxPlugin extends KiePlugin {

  /** Called by the hub. */
  public FluxPlugin() {
    super("kie-flux", "https://docs.kie.ai/flux-kontext-api/quickstart", new FluxLive());
  }
}
