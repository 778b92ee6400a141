package dev.genhub.spi;

import java.util.Objects;

/** What a search for the task of a lost submit found. */
public sealed interface LookupOutcome {

  /** The provider took the task and calls it so. */
  record Found(String taskId) implements LookupOutcome {
    public Found {
      Objects.requireNonNull(taskId, "taskId");
    }
  }

  /**
   * The provider keeps complete books and has no such task. The hub believes it once its patience
   * has ended, as a submit may take a while to appear.
   */
  record Absent() implements LookupOutcome {}

  /** The reply does not tell; the hub asks again. */
  record Unclear(String detail) implements LookupOutcome {
    public Unclear {
      Objects.requireNonNull(detail, "detail");
    }
  }
}
