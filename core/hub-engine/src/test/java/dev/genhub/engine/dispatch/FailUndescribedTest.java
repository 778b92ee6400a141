package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.polling.FollowStore;
import dev.genhub.engine.polling.PollTimes;
import dev.genhub.engine.polling.RecordTaskStatus;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.spi.PollSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FailUndescribedTest {

  private static final AdapterDefectException DEFECT =
      new AdapterDefectException(FakeProvider.PLUGIN, "describe a call", null);

  private static HubFixture hub;
  private static FollowStore follow;
  private static BatchWriter<FollowStore.Look, Void> looks;
  private static FailUndescribed fail;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    follow = new FollowStore(hub.database.workers(), HubFixture.LEASE, hub.clock);
    looks = new BatchWriter<>("looks", 1, 10, 10, follow::record);
    PollSchedule usual =
        new PollSchedule(
            Duration.ofSeconds(2), 1.5, Duration.ofSeconds(30), Duration.ofMinutes(30));
    fail =
        new FailUndescribed(
            hub.settlements,
            new RecordTaskStatus(
                looks, hub.settlements, new PollTimes(hub.catalogue, usual), hub.clock));
  }

  @AfterAll
  static void close() {
    looks.close();
    hub.close();
  }

  @Test
  void whatWasNotSentFailsAndCostsNothing() {
    ClaimedGeneration work = hub.in(Phase.CLAIMED);

    fail.fail(DEFECT, work);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "provider_error")
        .containsEntry("error_message", "plugin 'fake-studio' failed to describe a call")
        .containsEntry("error_charged", false);
    assertThat(hub.spending(work.userId()).get("reserved_usd")).hasToString("0.000000");
  }

  @Test
  void whatAnotherNodeHasSentMeanwhileIsLeftAlone() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    fail.fail(DEFECT, work);

    assertThat(hub.column(work.id(), "phase")).isEqualTo("submitting");
  }

  @Test
  void aTaskAtTheProviderIsLookedAtAgainAndNotForgotten() {
    hub.in(Phase.FOLLOWING);
    ClaimedGeneration work = follow.claim(Map.of(FakeProvider.PLUGIN, 1)).get(0);

    fail.fail(DEFECT, work);

    assertThat(hub.row(work.id()))
        .containsEntry("phase", "following")
        .containsEntry("unreadable", 1);
  }

  @Test
  void aPluginThatNeverDescribesALookAgainDoesNotHoldTheEndUp() {
    ClaimedGeneration followed = hub.in(Phase.FOLLOWING);
    for (int look = 0; look < 8; look++) {
      hub.due(followed.id());
      List<ClaimedGeneration> due = follow.claim(Map.of(FakeProvider.PLUGIN, 100));
      due.stream()
          .filter(work -> work.id().equals(followed.id()))
          .forEach(work -> fail.fail(DEFECT, work));
    }

    assertThat(hub.row(followed.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "unreadable_reply")
        .containsEntry("error_charged", true);
  }
}
