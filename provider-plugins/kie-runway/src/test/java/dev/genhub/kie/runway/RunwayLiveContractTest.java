package dev.genhub.kie.runway;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class RunwayLiveContractTest extends KieContractTest {

  RunwayLiveContractTest() {
    super(Dialect.LIVE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new RunwayPlugin();
  }
}
