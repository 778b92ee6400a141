package dev.genhub.kie.suno;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class SunoGuideContractTest extends KieContractTest {

  SunoGuideContractTest() {
    super(Dialect.GUIDE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new SunoPlugin();
  }
}
