package dev.genhub.engine.security;

import java.util.Optional;
import java.util.UUID;

/** Finds app tokens. Safe for use by many threads. */
@FunctionalInterface
public interface AppTokenLookup {

  /**
   * What every app token begins with, so that it is told from a JWT, and found by leak scanners.
   */
  String PREFIX = "ghk_";

  /** The id of a token; empty when there is none, or it is revoked. */
  Optional<UUID> find(String token);
}
