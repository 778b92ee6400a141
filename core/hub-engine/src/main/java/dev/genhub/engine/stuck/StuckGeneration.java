package dev.genhub.engine.stuck;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A generation that needs somebody's eyes, as admins see it. Holds nothing of what its user wrote.
 *
 * @param reason a word of {@link StuckReason}
 * @param since from when on it is stuck
 * @param status what its user sees
 * @param phase what the hub itself believes
 * @param providerTaskId null while the provider has named none
 * @param keyId the user's key, and thereby the account at the provider
 * @param attempts how often a node has taken it for sending
 * @param reservedUsd what the user's limit holds for it
 */
public record StuckGeneration(
    UUID id,
    UUID userId,
    String reason,
    Instant since,
    String status,
    String phase,
    String provider,
    String plugin,
    String model,
    String providerTaskId,
    UUID keyId,
    int attempts,
    BigDecimal reservedUsd,
    Instant createdAt) {}
