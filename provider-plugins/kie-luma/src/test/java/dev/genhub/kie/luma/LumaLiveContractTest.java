package dev.genhub.kie.luma;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class LumaLiveContractTest extends KieContractTest {

  LumaLiveContractTest() {
    super(Dialect.LIVE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new LumaPlugin();
  }
}
