package dev.genhub.engine.call;

import dev.genhub.spi.HttpCall;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A described call on its way out.
 *
 * @param keyVersionId which stored key goes into the call
 */
public record OutboundCall(HttpCall call, Optional<UUID> keyVersionId) {

  public OutboundCall {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(keyVersionId, "keyVersionId");
  }
}
