package dev.genhub.engine.generation;

import java.util.Objects;
import java.util.UUID;

/** What became of a request at intake. */
public sealed interface Acceptance {

  /** It is committed: row, reservation and idempotency key. */
  record Accepted(NewGeneration generation) implements Acceptance {
    public Accepted {
      Objects.requireNonNull(generation, "generation");
    }
  }

  /** The same request came before and made this generation. */
  record Replayed(UUID id) implements Acceptance {
    public Replayed {
      Objects.requireNonNull(id, "id");
    }
  }

  /** The idempotency key was used for another request. */
  record KeyReused() implements Acceptance {}

  /** The user's spending limit has no room for it. */
  record OverLimit() implements Acceptance {}
}
