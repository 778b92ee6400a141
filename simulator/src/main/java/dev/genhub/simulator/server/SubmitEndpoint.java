package dev.genhub.simulator.server;

import dev.genhub.simulator.account.Account;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.fault.CallbackFault;
import dev.genhub.simulator.fault.Marks;
import dev.genhub.simulator.fault.Target;
import dev.genhub.simulator.task.Fate;
import dev.genhub.simulator.task.SimTask;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes orders for the tasks of a family. */
public final class SubmitEndpoint implements Endpoint {

  private final String family;
  private final Submission submission;
  private final Taken taken;
  private final Wording wording;
  private final SimulatorContext context;
  private final FaultyAnswers faulty;

  SubmitEndpoint(Family family, Submission submission, Wording wording, SimulatorContext context) {
    this(
        family.name(),
        submission,
        wording,
        context,
        task ->
            Future.succeededFuture(wording.success(family.accepted(context.tasks().now(task)))));
  }

  /**
   * Takes orders that are answered in the provider's own way.
   *
   * @param family the name of the tasks
   */
  public SubmitEndpoint(
      String family,
      Submission submission,
      Wording wording,
      SimulatorContext context,
      Taken taken) {
    this.family = family;
    this.submission = submission;
    this.wording = wording;
    this.context = context;
    this.taken = taken;
    this.faulty = new FaultyAnswers(context.faults(), wording);
  }

  @Override
  public HttpMethod method() {
    return HttpMethod.POST;
  }

  @Override
  public String path() {
    return submission.path();
  }

  @Override
  public Future<Reply> answer(ApiRequest request) {
    RequestBody body = RequestBody.of(request);
    Marks marks = Marks.in(body.text());
    Optional<Refusal> refusal =
        body.refusal()
            .or(() -> submission.rules().problem(body.fields()).map(SubmitEndpoint::invalid))
            .or(() -> marks.problem().map(SubmitEndpoint::invalid));
    return refusal.isPresent()
        ? Reply.now(wording.refusal(refusal.get()))
        : submit(request.account(), body, context.faults().draw(marks));
  }

  private static Refusal invalid(String message) {
    return new Refusal(422, message);
  }

  private Future<Reply> submit(Account account, RequestBody body, Marks marks) {
    Order order = submission.order().apply(body.fields());
    // counted marks count submits of the same prompt
    String subject = order.prompt().isEmpty() ? body.text() : order.prompt();
    Duration delay = context.faults().delay(marks.all(), Target.ANSWER);
    Optional<Answer> refused =
        faulty
            .refusal(marks.all(), Target.ANSWER, subject)
            .or(() -> account.admits(context.clock().instant()) ? none() : wordedRefusal(429));
    if (refused.isPresent()) {
      return Future.succeededFuture(new Reply(refused.get(), delay, Optional.empty()));
    }
    return context
        .tasks()
        .make(newTask(account, order, body, marks))
        .compose(
            made ->
                made.isPresent()
                    ? taken(made.get(), marks, subject)
                    : Reply.now(wording.refusal(402)));
  }

  private static Optional<Answer> none() {
    return Optional.empty();
  }

  private Optional<Answer> wordedRefusal(int code) {
    return Optional.of(wording.refusal(code));
  }

  private NewTask newTask(Account account, Order order, RequestBody body, Marks marks) {
    Fate fate = Fate.of(marks);
    Instant now = context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    Duration usual = context.durations().of(order.product().medium());
    Duration duration =
        fate.has(CallbackFault.EARLY) ? Duration.ZERO : marks.taking().orElse(usual);
    return new NewTask(account, family, order, body.fields().body(), now, duration, fate);
  }

  private Future<Reply> taken(SimTask task, Marks marks, String subject) {
    Future<Reply> reply =
        accepted(task, marks, subject)
            .map(answer -> faulty.sent(marks.all(), Target.ANSWER, subject, answer))
            .map(sent -> sent.after(taken.delay(task)));
    return task.fate().has(CallbackFault.EARLY)
        ? reply.compose(sent -> context.tasks().reportEndNow(task).map(reported -> sent))
        : reply;
  }

  private Future<Answer> accepted(SimTask task, Marks marks, String subject) {
    return context
        .faults()
        .takenError(marks.all(), subject)
        .map(error -> Future.succeededFuture(Answer.gatewayPage(error.status())))
        .orElseGet(() -> taken.answer(task));
  }
}
