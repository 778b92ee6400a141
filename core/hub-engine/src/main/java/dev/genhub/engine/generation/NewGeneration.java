package dev.genhub.engine.generation;

import dev.genhub.engine.money.SpendingPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A generation on its way into the database.
 *
 * @param keyVersionId the stored key that it stays bound to
 * @param defaultLimitUsd the monthly limit of a user who has none of their own; empty for no limit
 */
public record NewGeneration(
    UUID id,
    PricedGeneration priced,
    UUID keyId,
    UUID keyVersionId,
    Optional<BigDecimal> defaultLimitUsd,
    Instant createdAt) {

  public NewGeneration {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(priced, "priced");
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(keyVersionId, "keyVersionId");
    Objects.requireNonNull(defaultLimitUsd, "defaultLimitUsd");
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /** The month whose money it takes, in UTC, by its first day. */
  LocalDate period() {
    return SpendingPeriod.of(createdAt).firstDay();
  }

  /** Whose it is. */
  UUID userId() {
    return priced.plan().order().caller().userId();
  }
}
