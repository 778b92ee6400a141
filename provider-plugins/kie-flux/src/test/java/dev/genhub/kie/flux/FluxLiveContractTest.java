package dev.genhub.kie.flux;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class FluxLiveContractTest extends KieContractTest {

  FluxLiveContractTest() {
    super(Dialect.LIVE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new FluxPlugin();
  }
}
