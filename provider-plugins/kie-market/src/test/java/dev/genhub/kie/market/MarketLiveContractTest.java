package dev.genhub.kie.market;

import dev.genhub.kie.Dialect;
import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class MarketLiveContractTest extends KieContractTest {

  MarketLiveContractTest() {
    super(Dialect.LIVE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new MarketPlugin();
  }
}
