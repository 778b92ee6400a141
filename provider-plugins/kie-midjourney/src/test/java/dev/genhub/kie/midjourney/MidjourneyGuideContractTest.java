package dev.genhub.kie.midjourney;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class MidjourneyGuideContractTest extends KieContractTest {

  MidjourneyGuideContractTest() {
    super(Dialect.GUIDE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new MidjourneyPlugin();
  }
}
