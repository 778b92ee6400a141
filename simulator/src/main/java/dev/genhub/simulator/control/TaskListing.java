package dev.genhub.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.task.Phase;
import dev.genhub.simulator.task.SimTask;
import dev.genhub.simulator.task.TaskStore;
import java.time.Instant;
import java.util.Locale;

/** Every task, in the order in which they were made. */
final class TaskListing {

  private final TaskStore store;

  TaskListing(TaskStore store) {
    this.store = store;
  }

  ArrayNode at(Instant now) {
    ArrayNode tasks = JsonNodeFactory.instance.arrayNode();
    store.all().forEach(task -> describe(task, now, tasks.addObject()));
    return tasks;
  }

  private void describe(SimTask task, Instant now, ObjectNode entry) {
    Phase phase = task.phase(now);
    entry.put("id", task.id()).put("family", task.family()).put("account", task.account());
    entry.put("prompt", task.prompt()).put("parentId", orNull(task.parentId()));
    entry.put("callBackUrl", orNull(task.callBackUrl()));
    entry.put("submits", store.submitsByCallback().getOrDefault(task.callBackUrl(), 1));
    entry.put("credits", task.credits()).put("state", word(phase));
    entry.put("failed", phase == Phase.FAILED).put("createdAt", task.createdAt().toString());
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String word(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }
}
