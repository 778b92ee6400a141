package dev.genhub.engine.generation;

import dev.genhub.engine.limit.RequestWindow;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What became of a request at intake. */
public sealed interface Acceptance {

  /**
   * It is committed: row, reservation and idempotency key.
   *
   * @param window what is left of the user's minute; empty without a rate limit
   */
  record Accepted(NewGeneration generation, Optional<RequestWindow> window) implements Acceptance {
    public Accepted {
      Objects.requireNonNull(generation, "generation");
      Objects.requireNonNull(window, "window");
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

  /** The user has asked for as many generations as a minute allows. */
  record RateLimited(RequestWindow window) implements Acceptance {
    public RateLimited {
      Objects.requireNonNull(window, "window");
    }
  }

  /** The user's spending limit has no room for it. */
  record OverLimit() implements Acceptance {}
}
