package dev.genhub.testkit;

import dev.genhub.spi.CallbackRequest;
import java.time.Instant;

/**
 * Signs callbacks as the provider does, written by the plugin's author from the vendor's page, not
 * from the plugin.
 */
public interface CallbackSigner {

  /** The callback with the provider's signature headers added. */
  CallbackRequest sign(CallbackRequest unsigned, String secret, Instant at);

  /** A secret of the form that the provider gives out. */
  default String secret() {
    return "testkit-secret-4f1d0c6a";
  }
}
