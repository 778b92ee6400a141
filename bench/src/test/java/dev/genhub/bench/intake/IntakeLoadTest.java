package dev.genhub.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.bench.BenchException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeLoadTest {

  private static final Duration WARM_UP = Duration.ofMillis(100);
  private static final Duration MEASURED = Duration.ofSeconds(1);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final Set<String> idempotencyKeys = ConcurrentHashMap.newKeySet();
  private URI hub;

  /** Takes two of three posts, and answers the third with a problem. */
  @BeforeEach
  void hub() throws Exception {
    int port =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(this::answer)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get(5, TimeUnit.SECONDS)
            .actualPort();
    hub = URI.create("http://127.0.0.1:" + port);
  }

  private void answer(HttpServerRequest request) {
    idempotencyKeys.add(String.valueOf(request.getHeader("Idempotency-Key")));
    boolean takes = posts.incrementAndGet() % 3 != 0;
    if (takes) {
      accepted.incrementAndGet();
    }
    request.response().setStatusCode(takes ? 202 : 422).end(takes ? "{\"id\":\"1\"}" : "");
  }

  @AfterEach
  void close() {
    vertx.close();
  }

  private IntakeResult run(boolean keys) {
    return IntakeLoad.run(
        hub,
        ProcessHandle.current(),
        List.of(GenerationPost.of(hub, "a", keys), GenerationPost.of(hub, "b", keys)),
        4,
        WARM_UP,
        MEASURED);
  }

  @Test
  void everyAcceptedOneIsCountedTheMeasuredOnesByStatus() {
    IntakeResult result = run(false);

    assertThat(result.acceptedInAll()).isEqualTo(accepted.get());
    assertThat(result.answers()).containsOnlyKeys("202", "422");
    assertThat(result.latencies().size()).isEqualTo(result.answers().get("202"));
    assertThat(result.acceptedPerSecond()).isPositive();
  }

  @Test
  void withoutAskingForThemNoIdempotencyKeyIsSent() {
    run(false);

    assertThat(idempotencyKeys).containsExactly("null");
  }

  @Test
  void everyPostHasAnIdempotencyKeyOfItsOwn() {
    run(true);

    assertThat(idempotencyKeys).hasSize(posts.get());
  }

  @Test
  void aHubThatIsNotThereIsAnError() {
    URI nobody = URI.create("http://127.0.0.1:1");

    assertThatThrownBy(
            () ->
                IntakeLoad.run(
                    nobody,
                    ProcessHandle.current(),
                    List.of(GenerationPost.of(nobody, "a", false)),
                    1,
                    WARM_UP,
                    MEASURED))
        .isInstanceOf(BenchException.class);
  }
}
