package dev.genhub.simulator.fault;

import java.time.Duration;
import java.util.Optional;

/** Something that goes wrong, or otherwise than usual. */
public sealed interface Fault {

  /** A refusal; when a submit is refused, no task is made. */
  record Refuse(Target target, Manner manner, int code) implements Fault {}

  /** An answer that does not arrive as it was meant; when a submit's, the task is made. */
  record Distort(Target target, Distortion distortion) implements Fault {}

  /** The error page of a gateway in answer to a submit, although the task is made. */
  record TakenError(int status) implements Fault {}

  /** An answer that takes its time; as long as the simulator's option says, when not said here. */
  record Delay(Target target, Optional<Duration> by) implements Fault {}

  /** How a task ends. */
  record End(Ending ending) implements Fault {}

  /** How long a task takes. */
  record Take(Duration duration) implements Fault {}

  /** What goes wrong with a task's callbacks. */
  record Call(CallbackFault fault) implements Fault {}
}
