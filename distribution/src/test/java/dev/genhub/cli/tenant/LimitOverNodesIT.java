package dev.genhub.cli.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.cli.hub.Answer;
import dev.genhub.cli.hub.HubUser;
import dev.genhub.cli.hub.PackagedHub;
import dev.genhub.postgres.testing.TestDatabase;
import dev.genhub.simulator.RunningSimulator;
import dev.genhub.simulator.Simulator;
import dev.genhub.simulator.SimulatorOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One user who asks two nodes for far more than there is money for. */
class LimitOverNodesIT {
  private static final int REQUESTS = 500;
  private static final int ROOM_FOR = 10;
  private static final BigDecimal PRICE = new BigDecimal("0.04");
  private static final BigDecimal LIMIT = PRICE.multiply(BigDecimal.valueOf(ROOM_FOR));

  @TempDir Path folder;

  private final TestDatabase database = TestDatabase.create();

  /** Nothing ends at the provider until the test says so: what fails is free again at once. */
  private final LateClock clock = new LateClock();

  @Test
  void exactly_what_there_is_room_for_is_taken_and_what_fails_is_free_again() throws Exception {
    try (RunningSimulator provider =
            Simulator.start(
                SimulatorOptions.defaults().withDuration(Duration.ofHours(1)).withClock(clock));
        PackagedHub here =
            PackagedHub.at(provider, folder).on(database).with("genhub.data-dir", data("here"));
        PackagedHub there =
            PackagedHub.at(provider, folder)
                .on(database)
                .with("genhub.data-dir", data("there"))
                .with("genhub.master-key", here.setting("genhub.master-key"))) {
      here.start();
      there.start();
      HubUser user = HubUser.of(here);
      user.storeKey("key-of-a-spender");
      user.call("PUT", "/v1/limits", Map.of("monthlyLimitUsd", LIMIT)).ok();

      // every second one is of a kind that fails at the provider and costs nothing
      List<String> taken = flood(List.of(user, user.at(there)));
      assertThat(taken).hasSize(ROOM_FOR);

      clock.skip(Duration.ofHours(2));
      long failed =
          taken.stream()
              .filter(id -> user.settled(id).path("status").asText().equals("failed"))
              .count();
      BigDecimal spent = PRICE.multiply(BigDecimal.valueOf(ROOM_FOR - failed));
      assertThat(limits(user, "spentUsd")).isEqualByComparingTo(spent);
      assertThat(limits(user, "reservedUsd")).isZero();
      assertThat(limits(user, "remainingUsd")).isEqualByComparingTo(LIMIT.subtract(spent));

      assertThat(flood(List.of(user, user.at(there)))).hasSize((int) failed);
    }
  }

  private String data(String node) {
    return folder.resolve(node).toString();
  }

  private static BigDecimal limits(HubUser user, String field) {
    return user.call("GET", "/v1/limits", null).ok().json().path(field).decimalValue();
  }

  /** Posts to all nodes at once and answers what was taken; looks at the books all the while. */
  private List<String> flood(List<HubUser> nodes) throws Exception {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String prompt = "flood " + i + (i / 2 % 2 == 0 ? " [sim:fail]" : "");
      answers.add(
          nodes.get(i % nodes.size()).send("POST", "/v1/generations", HubUser.image(prompt)));
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
    try (Connection books = database.superuser()) {
      do {
        assertThat(takenOf(books)).isLessThanOrEqualTo(LIMIT);
      } while (!all.isDone());
    }
    all.join();
    List<String> taken = new ArrayList<>();
    for (CompletableFuture<Answer> answer : answers) {
      Answer it = answer.join();
      assertThat(it.status()).as(it.text()).isIn(202, 402);
      if (it.status() == 202) {
        taken.add(it.json().path("id").asText());
      }
    }
    return taken;
  }

  private static BigDecimal takenOf(Connection books) throws Exception {
    try (Statement statement = books.createStatement();
        ResultSet sum =
            statement.executeQuery(
                "select coalesce(sum(reserved_usd + spent_usd), 0) from genhub.spending")) {
      sum.next();
      return sum.getBigDecimal(1);
    }
  }
}
