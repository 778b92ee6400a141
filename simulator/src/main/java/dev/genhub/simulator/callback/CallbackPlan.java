package dev.genhub.simulator.callback;

import dev.genhub.simulator.callback.PlannedCallback.Content;
import dev.genhub.simulator.family.CallbackStage;
import dev.genhub.simulator.fault.CallbackFault;
import dev.genhub.simulator.fault.Ending;
import dev.genhub.simulator.task.SimTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which callbacks a task sends, and when; all that goes wrong with them is decided here. */
final class CallbackPlan {

  private static final double HALF_WAY = 0.5;
  private static final double SHORTLY_AFTER = 1.1;

  private final SimTask task;
  private final List<CallbackStage> stages;
  private final List<PlannedCallback> planned = new ArrayList<>();

  private CallbackPlan(SimTask task, List<CallbackStage> stages) {
    this.task = task;
    this.stages = stages;
  }

  /** The callbacks of a task, in the order in which they are due. */
  static List<PlannedCallback> of(SimTask task, List<CallbackStage> stages) {
    if (task.callBackUrl().isEmpty()) {
      return List.of();
    }
    CallbackPlan plan = new CallbackPlan(task, stages);
    plan.addTrue();
    plan.addForged();
    plan.planned.sort(Comparator.comparing(PlannedCallback::due));
    return plan.planned;
  }

  /** The last callback of a task, due at its end. */
  static PlannedCallback last(SimTask task, List<CallbackStage> stages) {
    CallbackStage stage = stages.get(stages.size() - 1);
    return new PlannedCallback(task.endsAt(), stage, Content.TRUE, true);
  }

  private void addTrue() {
    if (has(CallbackFault.LOST) || task.fate().ending() == Ending.UNKNOWN_STATE) {
      return;
    }
    if (!task.fate().fails()) {
      addStages();
    }
    if (task.fate().ending() != Ending.NEVER) {
      addLast();
    }
  }

  private void addStages() {
    // in disorder they follow the last one
    double later = has(CallbackFault.OUT_OF_ORDER) ? SHORTLY_AFTER : 0;
    for (CallbackStage stage : stages.subList(0, stages.size() - 1)) {
      add(later + stage.share(), stage, Content.TRUE, false);
    }
  }

  private void addLast() {
    CallbackStage stage = stages.get(stages.size() - 1);
    if (has(CallbackFault.HASTY)) {
      add(HALF_WAY, stage, Content.PREMATURE, true);
    } else if (!has(CallbackFault.EARLY)) {
      add(1, stage, Content.TRUE, true);
    }
    if (has(CallbackFault.DUPLICATE)) {
      add(SHORTLY_AFTER, stage, Content.TRUE, false);
    }
  }

  private void addForged() {
    CallbackStage stage = stages.get(stages.size() - 1);
    if (has(CallbackFault.FORGED)) {
      add(HALF_WAY, stage, Content.FORGED, false);
    }
    if (has(CallbackFault.FORGED_UNSIGNED)) {
      add(HALF_WAY, stage, Content.FORGED_UNSIGNED, false);
    }
  }

  private void add(double share, CallbackStage stage, Content content, boolean last) {
    planned.add(new PlannedCallback(task.momentAt(share), stage, content, last));
  }

  private boolean has(CallbackFault fault) {
    return task.fate().has(fault);
  }
}
