package dev.genhub.engine.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A key whose balance is to be read.
 *
 * @param keyVersionId the key as it is now
 * @param plugin a plugin of the provider that can read a balance
 * @param previous the reading before; empty for the first one
 */
public record BalanceCheck(
    UUID keyId,
    UUID keyVersionId,
    UUID userId,
    String provider,
    String plugin,
    Optional<Previous> previous) {

  /**
   * An earlier reading.
   *
   * @param credits the balance
   * @param inFlight quotes of what was sent and not settled
   */
  public record Previous(Instant readAt, BigDecimal credits, BigDecimal inFlight) {
    public Previous {
      Objects.requireNonNull(readAt, "readAt");
      Objects.requireNonNull(credits, "credits");
      Objects.requireNonNull(inFlight, "inFlight");
    }
  }

  public BalanceCheck {
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(keyVersionId, "keyVersionId");
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(plugin, "plugin");
    Objects.requireNonNull(previous, "previous");
  }
}
