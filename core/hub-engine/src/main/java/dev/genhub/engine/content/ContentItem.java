package dev.genhub.engine.content;

import java.time.Instant;
import java.util.UUID;

/**
 * A result as the API shows it (HTTP contract, Gallery).
 *
 * @param url where to get it: the hub's copy once there is one, the provider's until then
 * @param sourceUrl the provider's address, which stops working some day
 * @param archived whether the hub has a copy
 * @param duration seconds
 */
public record ContentItem(
    UUID id,
    UUID generationId,
    String contentType,
    String url,
    String sourceUrl,
    boolean archived,
    String thumbnailUrl,
    String title,
    Integer duration,
    String resolution,
    Boolean hasAudio,
    String style,
    String mimeType,
    Long sizeBytes,
    String prompt,
    String model,
    String provider,
    Instant createdAt) {}
