package dev.genhub.kie.runway;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class RunwayGuideContractTest extends KieContractTest {

  RunwayGuideContractTest() {
    super(Dialect.GUIDE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new RunwayPlugin();
  }
}
