package dev.genhub.replicate;

import dev.genhub.spi.ProviderPlugin;
import dev.genhub.testkit.CallbackSigner;
import dev.genhub.testkit.ProviderContractTest;
import dev.genhub.testkit.StandardWebhookSigner;
import java.util.Optional;

class ReplicateContractTest extends ProviderContractTest {

  @Override
  protected ProviderPlugin plugin() {
    return new ReplicatePlugin();
  }

  @Override
  protected String exchanges() {
    return "exchanges";
  }

  @Override
  protected Optional<CallbackSigner> callbackSigner() {
    return Optional.of(new StandardWebhookSigner());
  }
}
