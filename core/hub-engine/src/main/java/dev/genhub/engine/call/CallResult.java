package dev.genhub.engine.call;

import dev.genhub.spi.Failure;
import dev.genhub.spi.HttpReply;
import java.util.Objects;
import java.util.function.Function;

/** What became of a call. */
public sealed interface CallResult {

  /** The provider answered, with any status. */
  record Answered(HttpReply reply) implements CallResult {
    public Answered {
      Objects.requireNonNull(reply, "reply");
    }
  }

  /** The call surely never reached the provider. */
  record NotSent(Failure failure) implements CallResult {
    public NotSent {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /** The call may have reached the provider; its answer did not reach the hub. */
  record Lost(String reason) implements CallResult {
    public Lost {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Calls the function of the case at hand. */
  default <R> R match(
      Function<HttpReply, R> answered, Function<Failure, R> notSent, Function<String, R> lost) {
    if (this instanceof Answered value) {
      return answered.apply(value.reply());
    }
    if (this instanceof NotSent value) {
      return notSent.apply(value.failure());
    }
    return lost.apply(((Lost) this).reason());
  }
}
