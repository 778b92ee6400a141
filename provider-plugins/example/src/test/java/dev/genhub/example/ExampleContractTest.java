package dev.genhub.example;

import dev.genhub.spi.ProviderPlugin;
import dev.genhub.testkit.CallbackSigner;
import dev.genhub.testkit.ProviderContractTest;
import dev.genhub.testkit.StandardWebhookSigner;
import java.util.Optional;

class ExampleContractTest extends ProviderContractTest {

  @Override
  protected ProviderPlugin plugin() {
    return new ExamplePlugin();
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
