package dev.genhub.spi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What a status reply or a callback says about a task. */
public sealed interface TaskStatus {

  /**
   * The task is queued or being worked on.
   *
   * @param progress 0..99 where the provider tells
   */
  record Running(OptionalInt progress) implements TaskStatus {
    public Running {
      Objects.requireNonNull(progress, "progress");
    }

    /** Running, the provider tells no figure. */
    public static Running unmeasured() {
      return new Running(OptionalInt.empty());
    }
  }

  /**
   * The task is done.
   *
   * @param artifacts what was made, at least one
   * @param creditsCharged what the provider took, where it tells
   */
  record Succeeded(List<Artifact> artifacts, Optional<BigDecimal> creditsCharged)
      implements TaskStatus {
    public Succeeded {
      artifacts = List.copyOf(artifacts);
      if (artifacts.isEmpty()) {
        throw new IllegalArgumentException("a success has at least one artifact");
      }
      Objects.requireNonNull(creditsCharged, "creditsCharged");
    }

    /** Done, the provider does not say what it took. */
    public static Succeeded of(List<Artifact> artifacts) {
      return new Succeeded(artifacts, Optional.empty());
    }
  }

  /** The provider gave up on the task. Final. */
  record Failed(Failure failure) implements TaskStatus {
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /** The state could not be read this time (rate limit, maintenance, fault); the task goes on. */
  record Unavailable(Failure failure) implements TaskStatus {
    public Unavailable {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /**
   * The reply makes no sense to the adapter: an unknown word, a success without a result, no JSON.
   * Never counts as success; the hub looks again and gives up when it persists.
   *
   * @param what the word or a short description, for the operator
   */
  record Unrecognised(String what) implements TaskStatus {
    public Unrecognised {
      Objects.requireNonNull(what, "what");
    }
  }

  /** Calls the function of the case at hand. */
  default <R> R match(
      Function<Running, R> running,
      Function<Succeeded, R> succeeded,
      Function<Failed, R> failed,
      Function<Unavailable, R> unavailable,
      Function<Unrecognised, R> unrecognised) {
    if (this instanceof Running value) {
      return running.apply(value);
    }
    if (this instanceof Succeeded value) {
      return succeeded.apply(value);
    }
    if (this instanceof Failed value) {
      return failed.apply(value);
    }
    if (this instanceof Unavailable value) {
      return unavailable.apply(value);
    }
    return unrecognised.apply((Unrecognised) this);
  }
}
