package dev.genhub.engine.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry as the API shows it.
 *
 * @param userId who acted, or in whose name a back end did; null for the hub itself
 * @param appTokenId the back end's token; null when the user acted themselves
 * @param subject on what; an id as a rule
 */
public record AuditView(
    UUID id,
    Instant at,
    String action,
    UUID userId,
    UUID appTokenId,
    boolean admin,
    String subject,
    String requestId,
    JsonNode details) {}
