package dev.genhub.simulator.server;

import dev.genhub.simulator.fault.Distortion;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer, and what happens to it on its way.
 *
 * @param delay how long it is kept back, besides the usual latency
 */
public record Reply(Answer answer, Duration delay, Optional<Distortion> distortion) {

  /** An answer that arrives at once and whole. */
  public static Reply of(Answer answer) {
    return new Reply(answer, Duration.ZERO, Optional.empty());
  }

  /** The same, kept back for longer. */
  Reply after(Duration further) {
    return new Reply(answer, delay.plus(further), distortion);
  }

  /** The same, ready. */
  public static Future<Reply> now(Answer answer) {
    return Future.succeededFuture(of(answer));
  }
}
