package dev.genhub.kie.veo;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class VeoGuideContractTest extends KieContractTest {

  VeoGuideContractTest() {
    super(Dialect.GUIDE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new VeoPlugin();
  }
}
