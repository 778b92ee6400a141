package dev.genhub.kie.suno;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class SunoLiveContractTest extends KieContractTest {

  SunoLiveContractTest() {
    super(Dialect.LIVE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new SunoPlugin();
  }
}
