package dev.genhub.bench.hub;

import java.util.UUID;

/**
 * A user of the bench, who has a stored key.
 *
 * @param token says that it is this user who calls
 */
public record BenchUser(UUID id, String token) {

  @Override
  public String toString() {
    return "BenchUser[" + id + "]";
  }
}
