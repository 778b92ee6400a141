package dev.genhub.kie;

import dev.genhub.kie.testing.KieContractTest;
import dev.genhub.spi.ProviderPlugin;

class SampleGuideContractTest extends KieContractTest {

  SampleGuideContractTest() {
    super(Dialect.GUIDE);
  }

  @Override
  protected ProviderPlugin plugin() {
    return new SamplePlugin();
  }

  @Override
  protected String exchanges() {
    return "sample/guide";
  }
}
