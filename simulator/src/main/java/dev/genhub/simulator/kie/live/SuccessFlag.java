package dev.genhub.simulator.kie.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.kie.KieFailure;
import dev.genhub.simulator.task.Snapshot;

/** {@code successFlag} and its companions, the state of several families. */
final class SuccessFlag {

  private static final int GENERATION_FAILED = 3;
  private static final int NO_DOCUMENTATION_KNOWS_IT = 9;

  private SuccessFlag() {}

  static void put(ObjectNode data, Snapshot task) {
    data.put("successFlag", flag(task));
    if (task.failed()) {
      KieFailure failure = KieFailure.of(task);
      data.put("errorCode", failure.code()).put("errorMessage", failure.message());
    } else {
      data.putNull("errorCode").put("errorMessage", "");
    }
  }

  private static int flag(Snapshot task) {
    return switch (task.phase()) {
      case QUEUED, RUNNING -> 0;
      case SUCCEEDED -> 1;
      case FAILED -> GENERATION_FAILED;
      case UNKNOWN -> NO_DOCUMENTATION_KNOWS_IT;
    };
  }
}
