package dev.genhub.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.http.ApiJson;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

  private static HubFixture hub;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void setClock() {
    hub.clock.set(Instant.parse("2026-11-15T12:00:00Z"));
  }

  private static String usage(UUID user, Map<String, String> query) {
    GetUsage verb = new GetUsage(new UsageReads(hub.database.users()), hub.clock);
    return new String(
        ApiJson.write(verb.get(Requests.query(new Caller(user, false), query)).body()),
        StandardCharsets.UTF_8);
  }

  private static UUID order(UUID user, String model, String day) {
    hub.clock.set(Instant.parse(day + "T23:59:59Z"));
    return Ends.sent(hub, Order.by(user).model(model));
  }

  @Test
  void whatEndedIsCountedOnTheDayThatItWasAccepted() {
    UUID user = hub.user();
    UUID made = order(user, FakeProvider.PAINTER, "2026-11-14");
    UUID refused = order(user, FakeProvider.PAINTER, "2026-11-14");
    order(user, FakeProvider.FILMER, "2026-11-15");
    hub.clock.set(Instant.parse("2026-11-16T08:00:00Z"));

    hub.settle.settle(List.of(Ends.completed(made, "6"), Ends.failed(refused)));

    assertThat(usage(user, Map.of()))
        .isEqualTo(
            """
            {"from":"2026-11-01","to":"2026-11-16","data":[\
            {"key":"2026-11-14","generations":2,"completed":1,"failed":1,"credits":6,"usd":0.03},\
            {"key":"2026-11-15","generations":1,"completed":0,"failed":0,"credits":0,"usd":0}],\
            "total":{"generations":3,"completed":1,"failed":1,"credits":6,"usd":0.03}}\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "model, fake/filmer fake/painter",
    "provider, fake",
    "contentType, image video",
    "day, 2026-11-14 2026-11-15"
  })
  void theLinesAreAddedUpByWhatIsAskedFor(String groupBy, String keys) {
    UUID user = hub.user();
    order(user, FakeProvider.PAINTER, "2026-11-14");
    order(user, FakeProvider.FILMER, "2026-11-15");

    UsageQuery query =
        UsageQuery.of(
            Requests.any().by(user).query("groupBy", groupBy).build(), hub.clock.instant());

    assertThat(new UsageReads(hub.database.users()).read(user, query))
        .extracting(UsageReads.Line::key)
        .containsExactly(keys.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-15, 2026-11-15, 1",
    "2026-11-14, 2026-11-15, 2",
    "2026-11-14T00:00:00Z, 2026-11-15T00:00:00Z, 1",
    "2026-11-14T00:00:00Z, 2026-11-15T00:00:01Z, 2",
    "2026-11-15T01:00:00+02:00, 2026-11-14T23:59:59Z, 1"
  })
  void aRangeTakesDaysAndTimes(String from, String to, int generations) {
    UUID user = hub.user();
    order(user, FakeProvider.PAINTER, "2026-11-14");
    order(user, FakeProvider.PAINTER, "2026-11-15");

    assertThat(usage(user, Map.of("from", from, "to", to)))
        .contains("\"total\":{\"generations\":" + generations + ",");
  }

  @Test
  void cancelledGenerationsHaveNeitherFailedNorCompleted() {
    UUID user = hub.user();
    hub.settle.settle(List.of(new Settlement.Cancelled(hub.queued(Order.by(user)))));

    assertThat(usage(user, Map.of()))
        .endsWith(
            "\"total\":{\"generations\":1,\"completed\":0,\"failed\":0,\"credits\":0,\"usd\":0}}");
  }

  @Test
  void aGenerationWhoseOutcomeNeverBecameKnownHasFailedOnce() {
    UUID user = hub.user();
    UUID id = order(user, FakeProvider.PAINTER, "2026-11-15");
    hub.database
        .everything()
        .sql("update public.generation_tasks set phase = 'unknown' where id = :id")
        .param("id", id)
        .update();
    hub.settle.settle(List.of(new Settlement.OutcomeUnknown(id)));
    assertThat(usage(user, Map.of())).contains("\"failed\":1,\"credits\":0");

    hub.database
        .everything()
        .sql("select genhub.correct_charge(:id, 8, 0.04, 'it was made', now())")
        .param("id", id)
        .query(Boolean.class)
        .single();

    assertThat(usage(user, Map.of())).contains("\"failed\":1,\"credits\":8,\"usd\":0.04");
  }

  @Test
  void nobodySeesWhatAnotherUserUsed() {
    order(hub.user(), FakeProvider.PAINTER, "2026-11-15");

    assertThat(usage(hub.user(), Map.of())).contains("\"data\":[]");
  }

  @Test
  void manySettlementsOfOneUserAtOnceAreAllCounted() throws Exception {
    UUID user = hub.user();
    List<Callable<List<Boolean>>> settlements = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      UUID id = order(user, FakeProvider.PAINTER, "2026-11-15");
      settlements.add(() -> hub.settle.settle(List.of(Ends.completed(id))));
    }

    AtOnce.call(settlements);

    assertThat(usage(user, Map.of()))
        .contains("\"generations\":12,\"completed\":12,\"failed\":0,\"credits\":96,\"usd\":0.48");
  }

  @ParameterizedTest
  @CsvSource({
    "from, yesterday, is neither a day",
    "to, 2026-02-30, is neither a day",
    "from, 2027-01-01, is after",
    "from, 2020-01-01, is more than 366 days",
    "groupBy, user, 'is none of day, model, provider, contentType'"
  })
  void aQuestionThatMakesNoSenseIsRefused(String name, String value, String detail) {
    assertThatThrownBy(() -> usage(hub.user(), Map.of(name, value)))
        .isInstanceOf(ApiProblem.class)
        .hasMessageStartingWith("/" + name + ": '")
        .hasMessageContaining(detail);
  }
}
