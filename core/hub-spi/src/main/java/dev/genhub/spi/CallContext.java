package dev.genhub.spi;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the hub adds to the description of a call.
 *
 * @param now the hub's time
 * @param idempotencyKey the same for every description of one generation's submit
 * @param callback where the provider may report, unguessable and valid for one generation; empty
 *     when the hub cannot be reached from outside or the call is not a submit
 */
public record CallContext(Instant now, String idempotencyKey, Optional<URI> callback) {

  public CallContext {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(idempotencyKey, "idempotencyKey");
    Objects.requireNonNull(callback, "callback");
  }
}
