package dev.genhub.engine.polling;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.PollSchedule;
import dev.genhub.spi.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTaskStatusTest {

  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  private static HubFixture hub;
  private static FollowStore follow;
  private static BatchWriter<FollowStore.Look, Void> looks;
  private static RecordTaskStatus record;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    follow = new FollowStore(hub.database.workers(), HubFixture.LEASE, hub.clock);
    looks = new BatchWriter<>("looks", 1, 10, 10, follow::record);
    PollSchedule usual =
        new PollSchedule(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(30), TIMEOUT);
    record =
        new RecordTaskStatus(
            looks, hub.settlements, new PollTimes(hub.catalogue, usual), hub.clock);
  }

  @AfterAll
  static void close() {
    looks.close();
    hub.close();
  }

  /** A new task at the provider, taken for a look. */
  private static ClaimedGeneration look() {
    return lookAgain(hub.in(Phase.FOLLOWING).id());
  }

  private static ClaimedGeneration lookAgain(UUID id) {
    hub.due(id);
    return follow.claim(Map.of(FakeProvider.PLUGIN, 1_000)).stream()
        .filter(work -> work.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static TaskStatus unavailable(Duration retryAfter) {
    return new TaskStatus.Unavailable(
        Failure.uncharged(FailureKind.RATE_LIMITED, "429", "too many")
            .after(Optional.ofNullable(retryAfter)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "40, 40", "99, 99", "100, 99", "1000, 99", "-5, 0"})
  void aRunningTaskShowsItsProgressButIsNeverFullBeforeItIsDone(int told, int shown) {
    ClaimedGeneration work = look();

    record.record(new TaskStatus.Running(OptionalInt.of(told)), work);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "processing")
        .containsEntry("progress", shown);
    assertThat(hub.nextAttempt(work.id()))
        .isCloseTo(hub.clock.instant().plusSeconds(3), within(300, MILLIS));
  }

  @Test
  void aTaskThatSucceededIsCompleted() {
    ClaimedGeneration work = look();

    record.record(TaskStatus.Succeeded.of(List.of(Artifacts.image("1.png"))), work);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "completed")
        .containsEntry("task_id", "task of " + work.id());
  }

  @Test
  void aTaskThatFailedIsFailedAsTheProviderSaid() {
    ClaimedGeneration work = look();

    record.record(
        new TaskStatus.Failed(Failure.uncharged(FailureKind.CONTENT_REJECTED, "", "no")), work);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "content_rejected");
  }

  @Test
  void whileTheProviderIsBusyItIsLookedAtLaterAsItAsks() {
    ClaimedGeneration work = look();
    record.record(new TaskStatus.Running(OptionalInt.of(40)), work);

    record.record(unavailable(Duration.ofSeconds(45)), lookAgain(work.id()));

    assertThat(hub.nextAttempt(work.id())).isEqualTo(hub.clock.instant().plusSeconds(45));
    assertThat(hub.row(work.id())).containsEntry("progress", 40).containsEntry("unreadable", 0);
  }

  @Test
  void aWaitOfNothingDoesNotMakeTheHubHammerTheProvider() {
    ClaimedGeneration work = look();

    record.record(unavailable(Duration.ZERO), work);

    assertThat(hub.nextAttempt(work.id())).isAfter(hub.clock.instant().plusSeconds(2));
  }

  @Test
  void howeverLongTheProviderAsksTheLastLookIsAtTheEnd() {
    ClaimedGeneration work = look();

    record.record(unavailable(Duration.ofDays(11)), work);

    assertThat(hub.nextAttempt(work.id())).isEqualTo(hub.clock.instant().plus(TIMEOUT));
  }

  @Test
  void aTaskThatDoesNotEndTimesOutAndIsCharged() {
    ClaimedGeneration work = look();
    hub.clock.advance(TIMEOUT);

    record.record(TaskStatus.Running.unmeasured(), work);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "timed_out")
        .containsEntry("error_charged", true);
    assertThat(hub.spending(work.userId()).get("spent_usd")).hasToString("0.040000");
  }

  @Test
  void aTaskThatSucceedsAtTheLastLookIsCompletedAllTheSame() {
    ClaimedGeneration work = look();
    hub.clock.advance(TIMEOUT.multipliedBy(2));

    record.record(TaskStatus.Succeeded.of(List.of(Artifacts.image("1.png"))), work);

    assertThat(hub.column(work.id(), "status")).isEqualTo("completed");
  }

  @Test
  void answersThatStayUnreadableEndTheGeneration() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    for (int look = 1; look <= 7; look++) {
      record.record(new TaskStatus.Unrecognised("state 'glowing'"), lookAgain(id));
      assertThat(hub.column(id, "phase")).as("after look " + look).isEqualTo("following");
    }

    record.record(new TaskStatus.Unrecognised("state 'glowing'"), lookAgain(id));

    assertThat(hub.row(id))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "unreadable_reply")
        .containsEntry("error_message", "the provider's answers stayed unreadable: state 'glowing'")
        .containsEntry("error_charged", true);
  }

  @Test
  void oneReadableAnswerStartsTheCountAnew() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    for (int look = 1; look <= 7; look++) {
      record.record(new TaskStatus.Unrecognised("?"), lookAgain(id));
    }
    record.record(TaskStatus.Running.unmeasured(), lookAgain(id));
    record.record(new TaskStatus.Unrecognised("?"), lookAgain(id));

    assertThat(hub.row(id)).containsEntry("phase", "following").containsEntry("unreadable", 1);
  }
}
