package dev.genhub.engine.store;

import static dev.genhub.engine.testing.SupabaseProject.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.SupabaseProject;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema on a project whose app has run the guide's own migrations already. */
class GuideDatabaseTest extends GuideSchemaContract {

  private static HubFixture hub;

  @BeforeAll
  static void migrate() {
    hub = HubFixture.on(SupabaseProject.createWithTheGuidesMigrations().database());
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @Override
  JdbcClient database() {
    return hub.database.everything();
  }

  @Test
  void theAppsOwnRowsStay() {
    assertThat(hub.database.value("select prompt from generation_tasks where task_id = 'old-task'"))
        .isEqualTo("a cat");
    assertThat(hub.database.value("select api_key_name from user_api_keys")).isEqualTo("old");
    assertThat(hub.database.value("select count(*) from generated_content")).isEqualTo(2L);
  }

  @Test
  void theHubWorksBesideThem() {
    UUID generation = hub.queued(Order.by(ALICE));

    assertThat(hub.reads.find(ALICE, generation)).isPresent();
  }
}
