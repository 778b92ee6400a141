package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many are sent before a generation, as its user sees it. */
class QueuedAheadTest {

  private static HubFixture hub;
  private UUID user;
  private UUID account;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void anotherUser() {
    user = hub.user();
    account = UUID.randomUUID();
  }

  private UUID queued(UUID key) {
    hub.clock.advance(Duration.ofMillis(1));
    return hub.queued(Order.by(user).key(key, UUID.randomUUID()));
  }

  private Integer ahead(UUID id) {
    return hub.reads.find(user, id).orElseThrow().queuedAhead();
  }

  @Test
  void itsPlaceIsAmongThoseOfItsAccount() {
    UUID first = queued(account);
    queued(UUID.randomUUID());
    UUID second = queued(account);
    UUID third = queued(account);

    assertThat(ahead(first)).isZero();
    assertThat(ahead(second)).isEqualTo(1);
    assertThat(ahead(third)).isEqualTo(2);
    assertThat(
            hub
                .reads
                .list(
                    user,
                    new GenerationFilter(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10))
                .stream()
                .map(GenerationView::queuedAhead))
        .containsExactly(2, 1, 0, 0);
  }

  @Test
  void whatDoesNotWaitHasNoPlace() {
    UUID first = queued(account);
    UUID second = queued(account);
    hub.dispatch.claim(Map.of(FakeProvider.PLUGIN, 1_000));

    assertThat(ahead(first)).isNull();
    assertThat(ahead(second)).isNull();
  }

  @Test
  void whoeverAsksForChangesIsToldOfANewPlace() {
    UUID first = queued(account);
    UUID second = queued(account);
    GetGeneration get = new GetGeneration(hub.reads);
    String tag = get.get(request(second, Optional.empty())).headers().get("ETag");
    assertThat(get.get(request(second, Optional.of(tag))).status()).isEqualTo(304);

    hub.settle.settle(List.of(new Settlement.Cancelled(first)));

    ApiResponse changed = get.get(request(second, Optional.of(tag)));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(((GenerationView) changed.body()).queuedAhead()).isZero();
  }

  private ApiRequest request(UUID id, Optional<String> tag) {
    Requests request = Requests.any().by(user).path("id", id);
    tag.ifPresent(known -> request.header("if-none-match", known));
    return request.build();
  }
}
