package dev.genhub.simulator.task;

import dev.genhub.simulator.fault.CallbackFault;
import dev.genhub.simulator.fault.Ending;
import dev.genhub.simulator.fault.Mark;
import dev.genhub.simulator.fault.Marks;
import java.util.List;
import java.util.Set;

/**
 * What becomes of a task, decided when it is made, so that a read has nothing to work out.
 *
 * @param later what goes wrong with reads of its state and of its files
 */
public record Fate(Ending ending, Set<CallbackFault> callbackFaults, List<Mark> later) {

  /** Copies the collections. */
  public Fate {
    callbackFaults = Set.copyOf(callbackFaults);
    later = List.copyOf(later);
  }

  /** The fate that marks ask for. */
  public static Fate of(Marks marks) {
    return new Fate(marks.ending(), marks.callbackFaults(), marks.later());
  }

  /** The same with another ending. */
  public Fate ending(Ending other) {
    return new Fate(other, callbackFaults, later);
  }

  /** Whether the task ends without results. */
  public boolean fails() {
    return ending == Ending.FAILURE || ending == Ending.CONTENT_REJECTED;
  }

  /** Whether something goes wrong with its callbacks. */
  public boolean has(CallbackFault fault) {
    return callbackFaults.contains(fault);
  }
}
