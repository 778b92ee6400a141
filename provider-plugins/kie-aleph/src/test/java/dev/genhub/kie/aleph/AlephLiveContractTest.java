package dev.genhub.kie.aleph;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class AlephLiveContractTest extends KieContractTest {

  AlephLiveContractTest() {
    super(Dialect.LIVE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new AlephPlugin();
  }
}
