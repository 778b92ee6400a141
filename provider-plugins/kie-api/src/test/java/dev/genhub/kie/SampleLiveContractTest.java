package dev.genhub.kie;

import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class SampleLiveContractTest extends KieContractTest {

  SampleLiveContractTest() {
    super(Dialect.LIVE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new SamplePlugin();
  }

  @Override
  protected String exchanges() {
    return "sample/live";
  }
}
