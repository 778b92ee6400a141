package dev.genhub.simulator.family;

/**
 * A no.
 *
 * @param code the provider's code, the same as an HTTP status would be
 */
public record Refusal(int code, String message) {}
