package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.Failure;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyReport;
import dev.genhub.spi.Resend;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the replies of one recorded exchange, and sees to what holds for every reply of it.
 *
 * @param name the exchange
 * @param mayBePaidTwice whether the hub must not send the call again blindly
 * @param adapter what the adapter makes of a reply
 * @param successes the recorded replies that are successes
 * @param others the other recorded replies
 */
record ReplyReader(
    String name,
    boolean mayBePaidTwice,
    Function<HttpReply, Json> adapter,
    List<HttpReply> successes,
    List<HttpReply> others) {

  static ReplyReader of(Subject subject, Exchange exchange) {
    boolean submit = exchange.operation() == Operation.SUBMIT;
    GenerationRequest request =
        submit ? new Intake(subject.adapter()).take(exchange.input()).orFail() : null;
    return new ReplyReader(
        exchange.name(),
        submit
            && subject.adapter().submit().describe(request, HubWords.context()).resend()
                == Resend.NEVER_AFTER_SEND,
        adapter(subject, exchange, request),
        replies(exchange, true),
        replies(exchange, false));
  }

  private static Function<HttpReply, Json> adapter(
      Subject subject, Exchange exchange, GenerationRequest request) {
    return switch (exchange.operation()) {
      case SUBMIT -> reply -> sane(subject.adapter().submit().interpret(request, reply));
      case STATUS -> {
        TaskRef task = RecordedExchanges.task(exchange.input());
        yield reply -> sane(subject.adapter().status().orElseThrow().interpret(task, reply));
      }
      case KEY_CHECK -> reply -> sane(subject.adapter().keyCheck().orElseThrow().interpret(reply));
      case INTAKE, CALLBACK -> throw new IllegalArgumentException("no replies here");
    };
  }

  private static List<HttpReply> replies(Exchange exchange, boolean successes) {
    return exchange.cases().stream()
        .filter(recorded -> Outcomes.isSuccess(recorded.outcome()) == successes)
        .map(recorded -> Recorded.reply(recorded.content().at("reply")))
        .toList();
  }

  /** What the adapter makes of a reply; an exception is a failure of the test. */
  Json read(HttpReply reply) {
    try {
      return adapter.apply(reply);
    } catch (RuntimeException | StackOverflowError thrown) {
      throw new AssertionError(
          name
              + ": the adapter throws for HTTP "
              + reply.status()
              + " with the body\n  "
              + reply.body()
              + "\nWhat a provider sends is a value, however odd; only defects are exceptions",
          thrown);
    }
  }

  /** Requires that a reply is no success. */
  void requireNoSuccess(HttpReply reply, String why) {
    Json outcome = read(reply);
    assertThat(Outcomes.isSuccess(outcome))
        .as(
            "%s: %s, HTTP %s with\n  %s\nwas read as %s",
            name, why, reply.status(), reply.body(), outcome)
        .isFalse();
  }

  private static Json sane(SubmitOutcome outcome) {
    return outcome.match(
        accepted -> {
          assertThat(accepted.taskId()).as("the task id of Accepted").isNotBlank();
          return Outcomes.of(accepted);
        },
        finished -> {
          assertThat(finished.taskId()).as("the task id of Finished").isNotBlank();
          return Outcomes.of(finished);
        },
        rejected -> {
          requireProvidersOwn(rejected.failure());
          return Outcomes.of(rejected);
        },
        Outcomes::of);
  }

  private static Json sane(TaskStatus status) {
    if (status instanceof TaskStatus.Running running && running.progress().isPresent()) {
      assertThat(running.progress().getAsInt()).as("the progress of Running").isBetween(0, 99);
    }
    Optional<Failure> failure =
        status instanceof TaskStatus.Failed failed
            ? Optional.of(failed.failure())
            : status instanceof TaskStatus.Unavailable unavailable
                ? Optional.of(unavailable.failure())
                : Optional.empty();
    failure.ifPresent(ReplyReader::requireProvidersOwn);
    return Outcomes.of(status);
  }

  private static Json sane(KeyReport report) {
    report.problem().ifPresent(ReplyReader::requireProvidersOwn);
    return Outcomes.of(report);
  }

  private static void requireProvidersOwn(Failure failure) {
    assertThat(HubWords.ITS_OWN_FAILURES)
        .as("failures that only the hub can know")
        .doesNotContain(failure.kind());
    assertThat(failure.message()).as("the message of a failure, for the user").isNotBlank();
  }
}
