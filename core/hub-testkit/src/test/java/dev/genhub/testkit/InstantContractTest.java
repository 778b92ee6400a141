package dev.genhub.testkit;

import dev.genhub.acme.InstantPlugin;
import dev.genhub.spi.ProviderPlugin;
import java.util.Set;

/** A provider that answers with the result at once passes too. */
class InstantContractTest extends ProviderContractTest {

  @Override
  protected ProviderPlugin plugin() {
    return new InstantPlugin();
  }

  @Override
  protected String exchanges() {
    return "exchanges/instant";
  }

  @Override
  protected Set<Behaviour> lacks() {
    return Set.of(Behaviour.TELLS_STATUS, Behaviour.SENDS_CALLBACKS, Behaviour.CHECKS_KEYS);
  }

  @Override
  protected Set<String> headers() {
    return Set.of("X-Version");
  }
}
