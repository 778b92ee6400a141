package dev.genhub.engine.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.callback.CallbackPulse;
import dev.genhub.engine.callback.CallbackStore;
import dev.genhub.engine.callback.ReceiveCallback;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.engine.testing.FakeCallbacks;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Requests;
import dev.genhub.engine.testing.SignedCallbacks;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.PollSchedule;
import dev.genhub.spi.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is believed of a callback, and what only makes the next look come. */
class DecisiveCallbackTest {

  private static HubFixture hub;
  private static FollowStore follow;
  private static BatchWriter<CallbackStore.Arrived, Void> arrivals;
  private static BatchWriter<FollowStore.Look, Void> looks;
  private static ReceiveCallback receive;
  private static TakeDecisiveCallback take;
  private static RecordTaskStatus record;
  private static int tasks;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    follow = new FollowStore(hub.database.workers(), HubFixture.LEASE, hub.clock);
    arrivals = new BatchWriter<>("arrivals", 1, 50, 100, hub.callbacks::keep);
    looks = new BatchWriter<>("looks", 1, 50, 100, follow::record);
    receive =
        new ReceiveCallback(
            token -> Optional.of(UUID.fromString(token)),
            plugin -> name -> Optional.empty(),
            hub.adapters,
            hub.callbacks,
            arrivals,
            new CallbackPulse(hub.clock),
            hub.clock);
    take = new TakeDecisiveCallback(hub.callbacks, hub.adapters);
    PollSchedule usual =
        new PollSchedule(
            Duration.ofSeconds(20), 1.5, Duration.ofSeconds(30), Duration.ofMinutes(30));
    record =
        new RecordTaskStatus(
            looks, hub.settlements, new PollTimes(hub.catalogue, usual), hub.clock);
  }

  @AfterAll
  static void close() {
    arrivals.close();
    looks.close();
    hub.close();
  }

  @BeforeEach
  void theProviderSigns() {
    hub.database.everything().sql("delete from public.generation_tasks").update();
    hub.provider.callbacks = Optional.of(new SignedCallbacks());
  }

  /** A task whose next look is in twenty seconds. */
  private static ClaimedGeneration followed() {
    String taskId = "task-" + ++tasks;
    UUID id = hub.following(Order.by(hub.user()), taskId).id();
    ClaimedGeneration look = follow.claim(Map.of(FakeProvider.PLUGIN, 10)).get(0);
    record.record(TaskStatus.Running.unmeasured(), look);
    hub.clock.advance(Duration.ofSeconds(1));
    assertThat(look.id()).isEqualTo(id);
    return look;
  }

  private static void callBack(ClaimedGeneration work, String taskId, String rest) {
    String body = "{\"taskId\": \"" + taskId + "\", " + rest + "}";
    receive
        .receive(
            Requests.any()
                .path("provider", FakeProvider.PROVIDER)
                .path("token", work.id().toString())
                .header("x-signature", "right")
                .body(body)
                .build())
        .join();
  }

  private static void callBack(ClaimedGeneration work, String rest) {
    callBack(work, work.taskId().orElseThrow(), rest);
  }

  /** What the lane does with the task that is due, where the provider need not be asked. */
  private static TaskStatus next() {
    ClaimedGeneration work = follow.claim(Map.of(FakeProvider.PLUGIN, 10)).get(0);
    TaskStatus said = take.take(work);
    if (said != null) {
      record.record(said, work);
    }
    return said;
  }

  @Test
  void aSignedSuccessSettlesWithoutALook() {
    ClaimedGeneration work = followed();

    callBack(work, "\"state\": \"done\"");
    next();

    assertThat(hub.row(work.id()))
        .containsEntry("status", "completed")
        .containsEntry("result_url", "https://cdn.test/signed.png");
  }

  @Test
  void signedProgressIsShownAndTheTaskIsLookedAtLater() {
    ClaimedGeneration work = followed();

    callBack(work, "\"state\": \"running\", \"progress\": 40");
    next();

    assertThat(hub.row(work.id()))
        .containsEntry("status", "processing")
        .containsEntry("progress", 40);
    assertThat(hub.nextAttempt(work.id())).isAfter(hub.clock.instant().plusSeconds(5));
  }

  @Test
  void theEndCountsThoughAnEarlierWordArrivesAfterIt() {
    ClaimedGeneration work = followed();

    callBack(work, "\"state\": \"failed\"");
    callBack(work, "\"state\": \"running\", \"progress\": 90");
    next();

    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "content_rejected");
  }

  @Test
  void whatACallbackSaidIsBelievedOnce() {
    ClaimedGeneration work = followed();
    callBack(work, "\"state\": \"running\", \"progress\": 40");
    next();
    hub.due(work.id());

    assertThat(next()).as("now the provider is asked").isNull();
  }

  @Test
  void aSignedWordAboutAnotherTaskIsOnlyAHint() {
    ClaimedGeneration work = followed();

    callBack(work, "another-task", "\"state\": \"done\"");

    assertThat(next()).isNull();
    assertThat(hub.column(work.id(), "phase")).isEqualTo("following");
  }

  @Test
  void aWordThatThePluginDoesNotKnowIsOnlyAHint() {
    ClaimedGeneration work = followed();

    callBack(work, "\"state\": \"splendid\"");

    assertThat(next()).isNull();
    assertThat(hub.column(work.id(), "unreadable")).isEqualTo(0);
  }

  @Test
  void anUnsignedBodyNeverDecides() {
    hub.provider.callbacks = Optional.of(new FakeCallbacks());
    ClaimedGeneration work = followed();

    callBack(work, "\"state\": \"done\"");
    // even once the plugin is replaced by one that would believe it
    hub.provider.callbacks = Optional.of(new SignedCallbacks());

    assertThat(next()).isNull();
    assertThat(hub.column(work.id(), "phase")).isEqualTo("following");
  }

  @Test
  void aForgedCallbackWakesNothing() {
    ClaimedGeneration work = followed();
    Map<String, Object> before = hub.row(work.id());

    assertThatThrownBy(
            () ->
                receive.receive(
                    Requests.any()
                        .path("provider", FakeProvider.PROVIDER)
                        .path("token", work.id().toString())
                        .header("x-signature", "forged")
                        .body("{\"state\": \"done\"}")
                        .build()))
        .isInstanceOf(ApiProblem.class);

    assertThat(hub.row(work.id())).isEqualTo(before);
    assertThat(hub.callbacks.of(work.id())).isEmpty();
  }

  @Test
  void howeverManyCallbacksComeATaskIsLookedAtThreeTimesASecondAtMost() {
    ClaimedGeneration work = followed();
    int lookedAt = 0;
    for (int millis = 0; millis < 4_000; millis += 20) {
      hub.callbacks.keep(
          List.of(new CallbackStore.Arrived(work.id(), new CallbackRequest(Map.of(), "{}"))));
      for (ClaimedGeneration look : follow.claim(Map.of(FakeProvider.PLUGIN, 10))) {
        lookedAt++;
        record.record(TaskStatus.Running.unmeasured(), look);
      }
      hub.clock.advance(Duration.ofMillis(20));
    }

    assertThat(lookedAt).isBetween(4, 12);
  }

  @Test
  void aTaskIsLookedAtByOneAtATimeThoughCallbacksCome() {
    ClaimedGeneration work = followed();
    hub.due(work.id());
    assertThat(follow.claim(Map.of(FakeProvider.PLUGIN, 10))).hasSize(1);
    hub.clock.advance(Duration.ofSeconds(5));

    callBack(work, "\"state\": \"running\"");

    assertThat(follow.claim(Map.of(FakeProvider.PLUGIN, 10))).isEmpty();
  }

  @Test
  void whereCallbacksArriveLooksComeFourTimesMoreSlowlyButNoSlowerThanTheLongestWait() {
    PollSchedule usual =
        new PollSchedule(
            Duration.ofSeconds(2), 1.5, Duration.ofSeconds(30), Duration.ofMinutes(30));
    CallbackPulse pulse = new CallbackPulse(hub.clock);
    PollTimes times = new PollTimes(hub.catalogue, usual, pulse::alive);
    ClaimedGeneration work = followed();

    assertThat(times.first(work)).isLessThan(Duration.ofMillis(2_201));
    pulse.beat(FakeProvider.PLUGIN);
    assertThat(times.first(work)).isBetween(Duration.ofMillis(7_200), Duration.ofMillis(8_800));
    for (int i = 0; i < 50; i++) {
      assertThat(times.next(work)).isLessThanOrEqualTo(Duration.ofSeconds(33));
    }
    hub.clock.advance(Duration.ofMinutes(10));
    assertThat(times.first(work)).isLessThan(Duration.ofMillis(2_201));
  }
}
