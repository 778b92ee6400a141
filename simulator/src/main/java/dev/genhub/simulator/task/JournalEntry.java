package dev.genhub.simulator.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that a simulator must still know after a restart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JournalEntry.Made.class, name = "made"),
  @JsonSubTypes.Type(value = JournalEntry.Reported.class, name = "reported")
})
public sealed interface JournalEntry {

  /** A task was made. */
  record Made(SimTask task) implements JournalEntry {}

  /** The last callback of a task arrived, or was given up. */
  record Reported(String taskId) implements JournalEntry {}
}
