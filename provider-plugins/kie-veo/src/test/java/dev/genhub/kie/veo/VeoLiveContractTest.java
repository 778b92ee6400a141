package dev.genhub.kie.veo;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class VeoLiveContractTest extends KieContractTest {

  VeoLiveContractTest() {
    super(Dialect.LIVE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new VeoPlugin();
  }
}
