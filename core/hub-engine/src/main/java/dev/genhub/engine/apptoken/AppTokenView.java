package dev.genhub.engine.apptoken;

import java.time.Instant;
import java.util.UUID;

/**
 * A token as the API shows it; never the token itself.
 *
 * @param lastUsedAt to the minute; null before its first use
 */
public record AppTokenView(UUID id, String name, Instant createdAt, Instant lastUsedAt) {}
