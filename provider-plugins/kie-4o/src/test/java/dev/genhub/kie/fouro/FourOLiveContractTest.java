package dev.genhub.kie.fouro;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class FourOLiveContractTest extends KieContractTest {

  FourOLiveContractTest() {
    super(Dialect.LIVE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new FourOPlugin();
  }
}
