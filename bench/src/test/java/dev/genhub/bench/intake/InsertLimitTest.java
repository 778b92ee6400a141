package dev.genhub.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.bench.TestHubDatabase;
import dev.genhub.bench.hub.BenchUser;
import dev.genhub.bench.hub.HubDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsertLimitTest {

  @Test
  void theBareRowsFitTheTableAndBelongToTheOwnersInTurn() throws Exception {
    HubDatabase database = TestHubDatabase.create();
    List<BenchUser> owners =
        List.of(TestHubDatabase.user(database), TestHubDatabase.user(database));

    InsertLimit.Result result =
        InsertLimit.run(
            ProcessHandle.current(),
            database,
            owners,
            2,
            Duration.ofMillis(50),
            Duration.ofMillis(200));

    assertThat(result.rows()).isPositive();
    assertThat(database.count("select count(*) from public.generation_tasks"))
        .isGreaterThanOrEqualTo(result.rows());
    assertThat(database.count("select count(distinct user_id) from public.generation_tasks"))
        .isEqualTo(2);
  }
}
