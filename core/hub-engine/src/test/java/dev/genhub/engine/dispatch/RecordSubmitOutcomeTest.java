package dev.genhub.engine.dispatch;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.metrics.HubMeters;
import dev.genhub.engine.polling.PollTimes;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.PollSchedule;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordSubmitOutcomeTest {

  private static final Failure BUSY =
      Failure.uncharged(FailureKind.RATE_LIMITED, "429", "too many requests");

  private static final OutboundCall PAID =
      new OutboundCall(
          HttpCall.post(URI.create("https://fake.test/tasks"), Json.object().build()),
          Optional.empty());

  private static HubFixture hub;
  private static BatchWriter<TakenTask, Boolean> taken;
  private static RecordSubmitOutcome record;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    PollSchedule usual =
        new PollSchedule(
            Duration.ofSeconds(2), 1.5, Duration.ofSeconds(30), Duration.ofMinutes(30));
    taken = new BatchWriter<>("taken", 1, 50, 1_000, hub.dispatch::follow);
    record =
        new RecordSubmitOutcome(
            hub.dispatch,
            taken,
            hub.settlements,
            hub.policy,
            new PollTimes(hub.catalogue, usual),
            hub.clock,
            HubMeters.unread());
  }

  @AfterAll
  static void close() {
    taken.close();
    hub.close();
  }

  private static void record(SubmitOutcome outcome, ClaimedGeneration work) {
    record.record(outcome, work, PAID);
  }

  @Test
  void anAcceptedTaskIsFollowed() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    record(new SubmitOutcome.Accepted("accepted-1"), work);

    assertThat(hub.row(work.id()))
        .containsEntry("phase", "following")
        .containsEntry("task_id", "accepted-1");
    assertThat(hub.nextAttempt(work.id()))
        .isCloseTo(hub.clock.instant().plusSeconds(2), within(200, MILLIS));
  }

  @Test
  void aTaskUnderAnothersNameIsUnknownAndNeverSentAgain() {
    record(new SubmitOutcome.Accepted("twice"), hub.in(Phase.SUBMITTING));
    ClaimedGeneration second = hub.in(Phase.SUBMITTING);

    record(new SubmitOutcome.Accepted("twice"), second);

    assertThat(hub.column(second.id(), "phase")).isEqualTo("unknown");
  }

  @Test
  void aResultThatComesAtOnceIsSettled() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    record(
        new SubmitOutcome.Finished(
            "finished-1",
            new TaskStatus.Succeeded(
                List.of(Artifacts.image("1.png")), Optional.of(new BigDecimal(4)))),
        work);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "completed")
        .containsEntry("task_id", "finished-1")
        .containsEntry("charged_usd", new BigDecimal("0.020000"));
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void whatWasRefusedIsTriedAgainWhereThatCanHelp(FailureKind kind) {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    record(new SubmitOutcome.Rejected(Failure.uncharged(kind, "", "refused")), work);

    if (kind.retryable()) {
      assertThat(hub.row(work.id()))
          .containsEntry("phase", "queued")
          .containsEntry("status", "pending");
    } else {
      assertThat(hub.row(work.id()))
          .containsEntry("status", "failed")
          .containsEntry("error_code", kind.code())
          .containsEntry("error_message", "refused");
    }
  }

  @Test
  void retryAfterIsHonoured() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    record(new SubmitOutcome.Rejected(BUSY.after(Optional.of(Duration.ofSeconds(37)))), work);

    assertThat(hub.nextAttempt(work.id())).isEqualTo(hub.clock.instant().plusSeconds(37));
  }

  @Test
  void afterTheLastAttemptItFailsAsTheProviderSaid() {
    UUID id = hub.in(Phase.QUEUED).id();
    hub.database
        .everything()
        .sql("update generation_tasks set attempts = 9 where id = :id")
        .param("id", id)
        .update();
    ClaimedGeneration last =
        hub.dispatch.claim(Map.of(FakeProvider.PLUGIN, 1_000)).stream()
            .filter(work -> work.id().equals(id))
            .findFirst()
            .orElseThrow();
    hub.dispatch.intend(List.of(id));

    record(new SubmitOutcome.Rejected(BUSY), last);

    assertThat(hub.row(id))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "rate_limited")
        .containsEntry("error_retryable", true)
        .containsEntry("attempts", 10);
    assertThat(hub.spending(last.userId()).get("reserved_usd")).hasToString("0.000000");
  }

  @Test
  void anUnclearAnswerIsNeverSentAgain() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    record(new SubmitOutcome.Unclear("no id in the answer"), work);

    assertThat(hub.column(work.id(), "phase")).isEqualTo("unknown");
    assertThat(hub.nextAttempt(work.id()))
        .isEqualTo(hub.clock.instant().plus(HubFixture.UNKNOWN_TIMEOUT));
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"SETTLED", "FOLLOWING"})
  void anOutcomeThatComesTooLateChangesNothing(Phase phase) {
    ClaimedGeneration work = hub.in(phase);
    Map<String, Object> before = hub.row(work.id());

    record(new SubmitOutcome.Accepted("too late"), work);
    record(new SubmitOutcome.Rejected(BUSY), work);
    record(new SubmitOutcome.Unclear("lost"), work);

    assertThat(hub.row(work.id())).isEqualTo(before);
  }

  @Test
  void anIntentWhoseLeaseIsLostStopsTheWork() {
    try (BatchWriter<Intent, Boolean> intents =
        new BatchWriter<>("intents", 1, 10, 10, hub.dispatch::declare)) {
      RecordIntent intent = new RecordIntent(intents, new HeldWork(HubFixture.LEASE, hub.clock));
      ClaimedGeneration held = hub.in(Phase.CLAIMED);
      ClaimedGeneration lost = hub.in(Phase.QUEUED);

      intent.record(held, PAID);
      assertThat(hub.column(held.id(), "phase")).isEqualTo("submitting");
      assertThatThrownBy(() -> intent.record(lost, PAID))
          .isInstanceOf(LeaseLostException.class)
          .hasMessageContaining(lost.id().toString());
    }
  }
}
