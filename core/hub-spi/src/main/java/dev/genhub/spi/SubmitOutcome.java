package dev.genhub.spi;

import java.util.Objects;
import java.util.function.Function;

/** What became of a submit, as far as the reply tells. */
public sealed interface SubmitOutcome {

  /** The provider took the task and named it. */
  record Accepted(String taskId) implements SubmitOutcome {
    public Accepted {
      Objects.requireNonNull(taskId, "taskId");
    }
  }

  /**
   * The provider answered with the result at once.
   *
   * @param taskId the provider's name for the work, or one that the adapter derives from the reply
   */
  record Finished(String taskId, TaskStatus.Succeeded result) implements SubmitOutcome {
    public Finished {
      Objects.requireNonNull(taskId, "taskId");
      Objects.requireNonNull(result, "result");
    }
  }

  /**
   * The provider surely did not take the task. Where the failure's kind is retryable the hub sends
   * again later.
   */
  record Rejected(Failure failure) implements SubmitOutcome {
    public Rejected {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /** The reply does not tell whether the task was taken. The hub never sends again. */
  record Unclear(String detail) implements SubmitOutcome {
    public Unclear {
      Objects.requireNonNull(detail, "detail");
    }
  }

  /** Calls the function of the case at hand. */
  default <R> R match(
      Function<Accepted, R> accepted,
      Function<Finished, R> finished,
      Function<Rejected, R> rejected,
      Function<Unclear, R> unclear) {
    if (this instanceof Accepted value) {
      return accepted.apply(value);
    }
    if (this instanceof Finished value) {
      return finished.apply(value);
    }
    if (this instanceof Rejected value) {
      return rejected.apply(value);
    }
    return unclear.apply((Unclear) this);
  }
}
