package dev.genhub.engine.security;

import java.util.Optional;
import java.util.UUID;

/** Reads users' ids, in their one whole form: Java's own reader takes {@code 1-1-1-1-1} too. */
final class UserIds {

  private static final String FORM = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private UserIds() {}

  /** The id; empty when the text, possibly null, is none. */
  static Optional<UUID> parse(String text) {
    return Optional.ofNullable(text).filter(it -> it.matches(FORM)).map(UUID::fromString);
  }
}
