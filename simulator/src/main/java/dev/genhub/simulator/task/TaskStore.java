package dev.genhub.simulator.task;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All tasks, in the order in which they were made. Used on the event loop only. */
public final class TaskStore {

  private record FollowUp(String family, String parentId) {}

  private final Map<String, SimTask> tasks = new LinkedHashMap<>();
  private final Map<FollowUp, SimTask> followUps = new HashMap<>();
  private final Map<String, Integer> submits = new HashMap<>();

  /** Enters a task. */
  public void add(SimTask task) {
    tasks.put(task.id(), task);
    if (!task.parentId().isEmpty()) {
      followUps.put(new FollowUp(task.family(), task.parentId()), task);
    }
    if (!task.callBackUrl().isEmpty()) {
      submits.merge(task.callBackUrl(), 1, Integer::sum);
    }
  }

  /** The task with an id. */
  public Optional<SimTask> find(String id) {
    return Optional.ofNullable(tasks.get(id));
  }

  /** The latest task of a family that works on another one. */
  public Optional<SimTask> followUp(String family, String parentId) {
    return Optional.ofNullable(followUps.get(new FollowUp(family, parentId)));
  }

  /** All tasks; a view. */
  public Collection<SimTask> all() {
    return Collections.unmodifiableCollection(tasks.values());
  }

  /** How many tasks were made with each callback address; a view. */
  public Map<String, Integer> submitsByCallback() {
    return Collections.unmodifiableMap(submits);
  }

  /** Forgets everything. */
  public void forgetAll() {
    tasks.clear();
    followUps.clear();
    submits.clear();
  }
}
