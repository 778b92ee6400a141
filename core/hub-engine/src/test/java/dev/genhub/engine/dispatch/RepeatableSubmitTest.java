package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.metrics.HubMeters;
import dev.genhub.engine.polling.FollowStore;
import dev.genhub.engine.polling.PollTimes;
import dev.genhub.engine.polling.RecordTaskStatus;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.PollSchedule;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Submits that were never answered, and refusals that come in time or too late to be believed. */
class RepeatableSubmitTest {

  private static final HttpCall POST =
      HttpCall.post(URI.create("https://fake.test/tasks"), Json.object().build());
  private static final OutboundCall ONCE = new OutboundCall(POST, Optional.empty());
  private static final OutboundCall REPEATABLE =
      new OutboundCall(POST.repeatable(), Optional.empty());

  private static final SubmitOutcome LOST = new SubmitOutcome.Unclear("the connection broke");
  private static final SubmitOutcome NO_CREDIT =
      new SubmitOutcome.Rejected(
          Failure.uncharged(FailureKind.INSUFFICIENT_CREDITS, "402", "no credits are left"));

  private static HubFixture hub;
  private static BatchWriter<TakenTask, Boolean> taken;
  private static BatchWriter<FollowStore.Look, Void> looks;
  private static PollTimes times;
  private static RecordSubmitOutcome record;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    taken = new BatchWriter<>("taken", 1, 50, 100, hub.dispatch::follow);
    looks =
        new BatchWriter<>(
            "looks",
            1,
            50,
            100,
            new FollowStore(hub.database.workers(), HubFixture.LEASE, hub.clock)::record);
    PollSchedule usual =
        new PollSchedule(
            Duration.ofSeconds(2), 1.5, Duration.ofSeconds(30), Duration.ofMinutes(30));
    times = new PollTimes(hub.catalogue, usual);
    record =
        new RecordSubmitOutcome(
            hub.dispatch, taken, hub.settlements, hub.policy, times, hub.clock, HubMeters.unread());
  }

  @AfterAll
  static void close() {
    taken.close();
    looks.close();
    hub.close();
  }

  @BeforeEach
  void emptyTheQueue() {
    hub.database.everything().sql("delete from public.generation_tasks").update();
  }

  private static ClaimedGeneration sent(OutboundCall call) {
    ClaimedGeneration work = hub.in(Phase.CLAIMED);
    hub.dispatch.declare(List.of(Intent.of(work, call == REPEATABLE)));
    return work;
  }

  private static ClaimedGeneration again(ClaimedGeneration work) {
    hub.due(work.id());
    ClaimedGeneration claimed = hub.dispatch.claim(Map.of(work.plugin(), 10)).get(0);
    hub.dispatch.declare(List.of(Intent.of(claimed, true)));
    return claimed;
  }

  @Test
  void aLostAnswerIsAskedForAgainOnlyUnderAnIdempotencyKey() {
    ClaimedGeneration once = sent(ONCE);
    ClaimedGeneration repeatable = sent(REPEATABLE);

    record.record(LOST, once, ONCE);
    record.record(LOST, repeatable, REPEATABLE);

    assertThat(hub.column(once.id(), "phase")).isEqualTo("unknown");
    assertThat(hub.row(repeatable.id()))
        .containsEntry("phase", "queued")
        .containsEntry("maybe_taken", true);
  }

  @Test
  void lostAgainAndAgainItIsUnknownAtLast() {
    ClaimedGeneration work = sent(REPEATABLE);
    for (int attempt = 1; attempt < 10; attempt++) {
      record.record(LOST, work, REPEATABLE);
      assertThat(hub.column(work.id(), "phase")).isEqualTo("queued");
      work = again(work);
    }

    record.record(LOST, work, REPEATABLE);

    assertThat(hub.row(work.id())).containsEntry("phase", "unknown").containsEntry("attempts", 10);
  }

  @Test
  void aRefusalAfterALostAnswerFreesNoMoney() {
    ClaimedGeneration work = sent(REPEATABLE);
    record.record(LOST, work, REPEATABLE);

    record.record(NO_CREDIT, again(work), REPEATABLE);

    assertThat(hub.column(work.id(), "phase")).isEqualTo("unknown");
    assertThat(hub.spending(work.userId()).get("reserved_usd")).hasToString("0.040000");
  }

  @Test
  void cancelledBetweenTwoAttemptsItIsPaidAsTheFirstMayHaveBeenTaken() {
    ClaimedGeneration work = sent(REPEATABLE);
    record.record(LOST, work, REPEATABLE);

    hub.settle.settle(List.of(new Settlement.Cancelled(work.id())));

    assertThat(hub.spending(work.userId()).get("spent_usd")).hasToString("0.040000");
  }

  @Test
  void aPluginThatCannotDescribeTheSecondAttemptFreesNoMoneyEither() {
    ClaimedGeneration work = sent(REPEATABLE);
    record.record(LOST, work, REPEATABLE);
    hub.due(work.id());
    ClaimedGeneration claimed = hub.dispatch.claim(Map.of(work.plugin(), 10)).get(0);

    new FailUndescribed(
            hub.settlements, new RecordTaskStatus(looks, hub.settlements, times, hub.clock))
        .fail(new AdapterDefectException(work.plugin(), "describe a submit", null), claimed);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "submission_outcome_unknown");
    assertThat(hub.spending(work.userId()).get("reserved_usd")).hasToString("0.040000");
  }

  @Test
  void tooManyRequestsPauseTheWholeAccount() {
    ClaimedGeneration work = sent(ONCE);
    Failure busy =
        Failure.uncharged(FailureKind.RATE_LIMITED, "429", "slow down")
            .after(Optional.of(Duration.ofSeconds(40)));

    record.record(new SubmitOutcome.Rejected(busy), work, ONCE);

    assertThat(
            hub.database.value(
                "select paused_until from genhub.provider_accounts where account = ?",
                work.keyId()))
        .isEqualTo(Timestamp.from(hub.clock.instant().plusSeconds(40)));
    assertThat(hub.nextAttempt(work.id())).isEqualTo(hub.clock.instant().plusSeconds(40));
  }

  @Test
  void noWaitGoesBeyondTheTimeForAttempts() {
    ClaimedGeneration work = sent(ONCE);
    hub.clock.advance(Duration.ofMinutes(50));
    Failure closed =
        Failure.uncharged(FailureKind.PROVIDER_UNAVAILABLE, "503", "maintenance")
            .after(Optional.of(Duration.ofDays(3)));

    record.record(new SubmitOutcome.Rejected(closed), work, ONCE);

    assertThat(hub.nextAttempt(work.id())).isEqualTo(hub.clock.instant().plusSeconds(600));
  }

  @Test
  void afterItsTimeItFailsAsTheProviderSaidThoughAttemptsAreLeft() {
    ClaimedGeneration work = sent(ONCE);
    hub.clock.advance(Duration.ofHours(2));
    SubmitOutcome closed =
        new SubmitOutcome.Rejected(
            Failure.uncharged(FailureKind.PROVIDER_UNAVAILABLE, "503", "maintenance"));

    // what has waited in the queue all the time still gets three attempts
    record.record(closed, work, ONCE);
    ClaimedGeneration second = again(work);
    record.record(closed, second, ONCE);
    record.record(closed, again(second), ONCE);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "provider_unavailable")
        .containsEntry("error_retryable", true)
        .containsEntry("attempts", 3);
  }

  @Test
  void aTaskOfACancelledSubmitIsNamedAndCalledOff() {
    ClaimedGeneration work = sent(ONCE);
    hub.settle.settle(List.of(new Settlement.Cancelled(work.id())));

    record.record(new SubmitOutcome.Accepted("late-task"), work, ONCE);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "cancelled")
        .containsEntry("task_id", "late-task")
        .containsEntry("call_off_at", Timestamp.from(hub.clock.instant()));
  }
}
