package dev.genhub.simulator.server;

import dev.genhub.simulator.task.SimTask;
import io.vertx.core.Future;
import java.time.Duration;

/** What a submit is answered with when its task is made. */
public interface Taken {

  /** The answer. */
  Future<Answer> answer(SimTask task);

  /** How long the answer is kept back; providers that answer with results work meanwhile. */
  default Duration delay(SimTask task) {
    return Duration.ZERO;
  }
}
