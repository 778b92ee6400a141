package dev.genhub.engine.stuck;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A generation after its resolution, as admins see it.
 *
 * @param outcome what was said
 * @param status what its user sees now
 * @param providerTaskId null where the provider has named none
 * @param chargedUsd null while it is followed; zero when its money was freed
 */
public record ResolvedGeneration(
    UUID id, String outcome, String status, String providerTaskId, BigDecimal chargedUsd) {}
