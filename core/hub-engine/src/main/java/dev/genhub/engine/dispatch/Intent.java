package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The intent to send a generation.
 *
 * @param attempt which claim of the generation it belongs to; a later claim makes it void
 * @param pluginVersion the version of the plugin that describes the submit and reads its answer
 * @param repeatable whether the provider honours the submit's idempotency key, so that a lost call
 *     may be sent again
 */
public record Intent(UUID id, int attempt, Optional<String> pluginVersion, boolean repeatable) {

  public Intent {
    Objects.requireNonNull(id, "id");
  }

  static Intent of(ClaimedGeneration work, boolean repeatable) {
    return new Intent(work.id(), work.attempts(), work.pluginVersion(), repeatable);
  }
}
