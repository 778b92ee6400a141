package dev.genhub.kie.midjourney;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class MidjourneyLiveContractTest extends KieContractTest {

  MidjourneyLiveContractTest() {
    super(Dialect.LIVE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new MidjourneyPlugin();
  }
}
