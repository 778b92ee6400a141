package dev.genhub.simulator.server;

import dev.genhub.simulator.fault.Fault;
import dev.genhub.simulator.fault.FaultInjector;
import dev.genhub.simulator.fault.Mark;
import dev.genhub.simulator.fault.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers as faults would have them. */
public final class FaultyAnswers {

  private final FaultInjector faults;
  private final Wording wording;

  /** Answers of a provider with its wording. */
  public FaultyAnswers(FaultInjector faults, Wording wording) {
    this.faults = faults;
    this.wording = wording;
  }

  /** The refusal that applies, if one does. */
  Optional<Answer> refusal(List<Mark> marks, Target target, String subject) {
    return faults.refusal(marks, target, subject).map(this::worded);
  }

  private Answer worded(Fault.Refuse refuse) {
    int code = refuse.code();
    return switch (refuse.manner()) {
      case USUAL -> wording.refusal(code);
      case BODY -> wording.refusal(code).withStatus(200);
      case HTTP -> code >= 500 ? Answer.gatewayPage(code) : wording.refusal(code).withStatus(code);
    };
  }

  /** A reply with whatever happens to it; the true answer is made only when it is needed. */
  public Reply reply(List<Mark> marks, Target target, String subject, Supplier<Answer> truth) {
    if (marks.isEmpty()) {
      return Reply.of(truth.get());
    }
    return sent(marks, target, subject, refusal(marks, target, subject).orElseGet(truth));
  }

  /** An answer with whatever happens to it on its way. */
  Reply sent(List<Mark> marks, Target target, String subject, Answer answer) {
    return new Reply(
        answer, faults.delay(marks, target), faults.distortion(marks, target, subject));
  }
}
