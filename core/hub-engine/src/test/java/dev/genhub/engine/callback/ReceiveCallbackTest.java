package dev.genhub.engine.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.key.MasterKey;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import dev.genhub.spi.CallbackRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveCallbackTest {

  private static HubFixture hub;
  private static CallbackTokens tokens;
  private static BatchWriter<CallbackStore.Arrived, Void> arrivals;
  private static ReceiveCallback receive;
  private static volatile Optional<String> hmacKey = Optional.empty();

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    tokens =
        CallbackTokens.load(hub.database.workers(), MasterKey.of(MasterKey.generate()), hub.clock);
    arrivals = new BatchWriter<>("arrivals", 1, 50, 1_000, hub.callbacks::keep);
    receive =
        new ReceiveCallback(
            tokens::generationOf,
            plugin -> name -> hmacKey,
            hub.adapters,
            hub.callbacks,
            arrivals,
            new CallbackPulse(hub.clock),
            hub.clock);
  }

  @AfterAll
  static void close() {
    arrivals.close();
    hub.close();
  }

  @AfterEach
  void noKey() {
    hmacKey = Optional.empty();
  }

  private static Requests callback(UUID generation) {
    return Requests.any()
        .path("provider", "fake")
        .path("token", tokens.tokenFor(generation))
        .header("x-request-id", "7")
        .body("{\"taskId\": \"t-1\"}");
  }

  private static ApiResponse received(Requests request) {
    return receive.receive(request.build()).join();
  }

  @ParameterizedTest
  @EnumSource(value = Phase.class, names = "SETTLED", mode = EnumSource.Mode.EXCLUDE)
  void aCallbackIsStoredBeforeItIsAnsweredInWhateverPhase(Phase phase) {
    UUID id = hub.in(phase).id();

    assertThat(received(callback(id)).status()).isEqualTo(200);

    assertThat(hub.callbacks.of(id))
        .containsExactly(
            new CallbackRequest(Map.of("x-request-id", List.of("7")), "{\"taskId\": \"t-1\"}"));
  }

  @Test
  void nothingIsAnsweredWhileItIsNotStored() {
    try (BatchWriter<CallbackStore.Arrived, Void> broken =
        new BatchWriter<>(
            "broken",
            1,
            1,
            1,
            batch -> {
              throw new IllegalStateException("the database is gone");
            })) {
      ReceiveCallback onBroken =
          new ReceiveCallback(
              tokens::generationOf,
              plugin -> name -> hmacKey,
              hub.adapters,
              hub.callbacks,
              broken,
              new CallbackPulse(hub.clock),
              hub.clock);

      CompletableFuture<ApiResponse> answer =
          onBroken.receive(callback(hub.in(Phase.FOLLOWING).id()).build());

      assertThat(answer).failsWithin(Duration.ofSeconds(10));
    }
  }

  @Test
  void aFollowedTaskIsLookedAtAtOnce() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    hub.database
        .everything()
        .sql("update generation_tasks set next_attempt_at = next_attempt_at + interval '20 s'")
        .update();

    received(callback(id));

    assertThat(hub.nextAttempt(id)).isEqualTo(hub.clock.instant());
  }

  @Test
  void aCallbackDoesNotMakeQueuedWorkComeEarlier() {
    UUID id = hub.in(Phase.QUEUED).id();
    hub.clock.advance(Duration.ofSeconds(-10));

    received(callback(id));

    assertThat(hub.nextAttempt(id)).isEqualTo(hub.clock.instant().plusSeconds(10));
  }

  @Test
  void aCallbackAboutWhatIsSettledIsAnsweredAndChangesNothing() {
    UUID id = hub.in(Phase.SETTLED).id();
    Map<String, Object> before = hub.row(id);

    assertThat(received(callback(id)).status()).isEqualTo(200);

    assertThat(hub.callbacks.of(id)).isEmpty();
    assertThat(hub.row(id)).isEqualTo(before);
  }

  @Test
  void theyAreReadInTheOrderOfTheirComing() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sent.add("{\"n\": " + i + "}");
      received(callback(id).body("{\"n\": " + i + "}"));
    }

    assertThat(hub.callbacks.of(id)).extracting(CallbackRequest::body).isEqualTo(sent);
  }

  @Test
  void aProviderThatRepeatsItselfDoesNotFillTheDisk() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    for (int i = 0; i < 60; i++) {
      assertThat(received(callback(id)).status()).isEqualTo(200);
    }

    assertThat(hub.callbacks.of(id)).hasSize(50);
  }

  @Test
  void aBodyOfAnyBytesIsTaken() {
    UUID id = hub.in(Phase.FOLLOWING).id();

    received(callback(id).body("broken \u0000 body"));

    assertThat(hub.callbacks.of(id))
        .extracting(CallbackRequest::body)
        .containsExactly("broken \uFFFD body");
  }

  @Test
  void anUnknownTokenIsNotFound() {
    Problems.of(
        ErrorCode.NOT_FOUND, () -> received(callback(UUID.randomUUID()).path("token", "guessed")));
    // made by the hub, but for no generation that there is
    Problems.of(ErrorCode.NOT_FOUND, () -> received(callback(UUID.randomUUID())));
  }

  @Test
  void aTokenIsGoodForItsProviderOnly() {
    UUID id = hub.in(Phase.FOLLOWING).id();

    Problems.of(
        ErrorCode.NOT_FOUND, () -> received(callback(id).path("provider", "another-provider")));
    assertThat(hub.callbacks.of(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "old"})
  void aWrongOrOldSignatureIsRefusedAndNotStored(String signature) {
    hmacKey = Optional.of("right");
    UUID id = hub.in(Phase.FOLLOWING).id();

    Problems.of(
        ErrorCode.UNAUTHENTICATED, () -> received(callback(id).header("x-signature", signature)));
    assertThat(hub.callbacks.of(id)).isEmpty();
  }

  @Test
  void aRightSignatureIsTaken() {
    hmacKey = Optional.of("right");
    UUID id = hub.in(Phase.FOLLOWING).id();

    received(callback(id).header("x-signature", "right"));

    assertThat(hub.callbacks.of(id)).hasSize(1);
  }

  @Test
  void aProviderWithoutCallbacksOfItsOwnIsAHintLikeAnyOther() {
    var reader = hub.provider.callbacks;
    hub.provider.callbacks = Optional.empty();
    try {
      UUID id = hub.in(Phase.FOLLOWING).id();
      received(callback(id));
      assertThat(hub.callbacks.of(id)).hasSize(1);
    } finally {
      hub.provider.callbacks = reader;
    }
  }
}
