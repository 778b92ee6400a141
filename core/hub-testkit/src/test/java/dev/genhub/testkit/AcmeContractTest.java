package dev.genhub.testkit;

import dev.genhub.acme.AcmePlugin;
import dev.genhub.acme.AcmeSigner;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import java.util.Optional;

/** A plugin that keeps the contract passes it. Subclasses spoil its adapter. */
class AcmeContractTest extends ProviderContractTest {

  @Override
  protected ProviderPlugin plugin() {
    return new AcmePlugin() {
      @Override
      public ProviderAdapter adapter(ProviderSettings settings) {
        return spoil(super.adapter(settings));
      }
    };
  }

  /** The adapter under test. */
  ProviderAdapter spoil(ProviderAdapter right) {
    return right;
  }

  @Override
  protected String exchanges() {
    return "exchanges/acme";
  }

  @Override
  protected Optional<CallbackSigner> callbackSigner() {
    return Optional.of(new AcmeSigner());
  }
}
