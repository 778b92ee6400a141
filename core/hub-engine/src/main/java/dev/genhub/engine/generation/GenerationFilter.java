package dev.genhub.engine.generation;

import java.util.Optional;
import java.util.UUID;

/**
 * Which generations a list shows.
 *
 * @param before only those older than this one
 * @param limit how many at most
 */
public record GenerationFilter(
    Optional<String> status,
    Optional<String> contentType,
    Optional<String> model,
    Optional<UUID> before,
    int limit) {}
