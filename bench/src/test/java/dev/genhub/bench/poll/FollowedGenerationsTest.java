package dev.genhub.bench.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.bench.BenchException;
import dev.genhub.bench.TestHubDatabase;
import dev.genhub.bench.hub.BenchUser;
import dev.genhub.bench.hub.HubDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowedGenerationsTest {

  @Test
  void theyAreDueForALook() throws Exception {
    HubDatabase database = TestHubDatabase.create();
    List<BenchUser> owners =
        List.of(TestHubDatabase.user(database), TestHubDatabase.user(database));

    FollowedGenerations.insert(database, owners, 10);

    assertThat(
            database.count(
                """
                select count(distinct task_id) from public.generation_tasks
                where phase = 'following' and plugin = 'kie-midjourney'
                  and next_attempt_at <= now()
                """))
        .isEqualTo(10);
  }

  @Test
  void theirPricesAreReserved() throws Exception {
    HubDatabase database = TestHubDatabase.create();

    FollowedGenerations.insert(database, List.of(TestHubDatabase.user(database)), 100);

    assertThat(database.count("select sum(reserved_usd) from genhub.spending")).isEqualTo(4);
  }

  @Test
  void aNumberThatCannotBeSharedOutIsAnError() throws Exception {
    HubDatabase database = TestHubDatabase.create();
    List<BenchUser> owners =
        List.of(TestHubDatabase.user(database), TestHubDatabase.user(database));

    assertThatThrownBy(() -> FollowedGenerations.insert(database, owners, 11))
        .isInstanceOf(BenchException.class)
        .hasMessage("--generations is 11; it must be a multiple of 2");
  }
}
