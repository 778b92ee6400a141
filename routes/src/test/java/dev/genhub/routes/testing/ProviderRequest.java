package dev.genhub.routes.testing;

import java.util.Map;

/**
 * A request as the provider saw it.
 *
 * @param headers by lower-case name
 */
public record ProviderRequest(
    String method, String path, Map<String, String> headers, String body) {}
