package dev.genhub.google;

import dev.genhub.spi.ProviderPlugin;
import dev.genhub.testkit.Behaviour;
import dev.genhub.testkit.ProviderContractTest;
import java.util.Set;

class GoogleContractTest extends ProviderContractTest {

  @Override
  protected ProviderPlugin plugin() {
    return new GooglePlugin();
  }

  @Override
  protected String exchanges() {
    return "exchanges";
  }

  @Override
  protected Set<Behaviour> lacks() {
    return Set.of(Behaviour.SENDS_CALLBACKS);
  }
}
