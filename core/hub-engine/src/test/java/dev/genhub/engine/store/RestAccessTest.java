package dev.genhub.engine.store;

import static dev.genhub.engine.testing.SupabaseProject.ALICE;
import static dev.genhub.engine.testing.SupabaseProject.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.RestAccess;
import dev.genhub.engine.testing.SupabaseProject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser reaches that talks to the database itself, past the hub's API. */
class RestAccessTest {

  private static final Optional<UUID> AS_ALICE = Optional.of(ALICE);
  private static final Optional<UUID> AS_ANYBODY = Optional.empty();

  private static HubFixture hub;
  private static RestAccess rest;
  private static UUID generation;

  @BeforeAll
  static void prepare() throws SQLException {
    SupabaseProject project = SupabaseProject.create();
    hub = HubFixture.on(project.database());
    rest = project.rest();
    generation = hub.queued(Order.by(ALICE));
    hub.queued(Order.by(BOB));
    for (UUID user : List.of(ALICE, BOB)) {
      rest.change(
          Optional.of(user),
          """
          insert into public.user_api_keys (user_id, provider, api_key_encrypted, api_key_name)
          values ('%s', 'kie-ai', 'ciphertext', 'mine')
          """
              .formatted(user));
    }
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_api_keys", "generated_content", "generation_tasks"})
  void aUserSeesTheirOwnRowsOnly(String table) throws SQLException {
    assertThat(rest.select(AS_ALICE, "select user_id from public." + table))
        .isNotEmpty()
        .containsOnly(ALICE.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_api_keys", "generated_content", "generation_tasks"})
  void nobodySeesAnythingWithoutAToken(String table) throws SQLException {
    List<String> seen;
    try {
      seen = rest.select(AS_ANYBODY, "select user_id from public." + table);
    } catch (SQLException refused) {
      assertThat(refused.getSQLState()).isEqualTo("42501");
      return;
    }
    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"authenticated", "anon"})
  void noCiphertextLeavesTheDatabase(String role) {
    assertRefused(
        role.equals("anon") ? AS_ANYBODY : AS_ALICE,
        "select api_key_encrypted from public.user_api_keys");
  }

  @Test
  void theHubsOwnSchemaIsClosed() {
    assertRefused(AS_ALICE, "select api_key_encrypted from genhub.key_versions");
    assertRefused(AS_ALICE, "select usd from genhub.ledger_entries");
    assertRefused(AS_ALICE, "select genhub.accept_generations('[]')");
  }

  @Test
  void aUserRenamesTheirKeyButCannotReplaceItPastTheHub() throws SQLException {
    assertThat(rest.change(AS_ALICE, "update public.user_api_keys set api_key_name = 'renamed'"))
        .isEqualTo(1);
    assertRefused(AS_ALICE, "update public.user_api_keys set api_key_encrypted = 'other'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'completed'",
        "progress = 99",
        "result_url = 'https://elsewhere.test'",
        "prompt = 'a dog'"
      })
  void aGenerationOfTheHubCannotBeChangedPastIt(String change) {
    assertRefused(
        AS_ALICE,
        "update public.generation_tasks set " + change + " where id = '" + generation + "'");
  }

  @Test
  void workCannotBeHandedToTheHubPastItsChecks() {
    assertRefused(
        AS_ALICE,
        """
        insert into public.generation_tasks (user_id, provider, task_type, prompt, phase)
        values ('%s', 'fake', 'text2img', 'free', 'queued')
        """
            .formatted(ALICE));
    assertRefused(AS_ALICE, "update public.generation_tasks set phase = 'queued'");
    assertRefused(AS_ALICE, "delete from public.generation_tasks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archived = true",
        "storage_path = 'ab/the-file-of-another-user'",
        "source_url = 'http://169.254.169.254/'",
        "next_archive_at = now()",
        "mime_type = 'text/html'",
        "generation_id = gen_random_uuid()"
      })
  void whatTheHubActsUponCannotBeChangedPastIt(String change) {
    assertRefused(AS_ALICE, "update public.generated_content set " + change);
    String column = change.substring(0, change.indexOf(' '));
    String value = change.substring(change.indexOf('=') + 2);
    assertRefused(
        AS_ALICE,
        "insert into public.generated_content (user_id, %s) values ('%s', %s)"
            .formatted(column, ALICE, value));
  }

  @Test
  void anAppKeepsItsOwnContentAsBefore() throws SQLException {
    assertThat(
            rest.change(
                AS_ALICE,
                """
                insert into public.generated_content (user_id, prompt, image_url, content_type)
                values ('%s', 'by the app', 'https://app.test/1.png', 'image')
                """
                    .formatted(ALICE)))
        .isEqualTo(1);
    String own = " where prompt = 'by the app'";
    assertThat(
            rest.change(
                AS_ALICE, "update public.generated_content set aspect = 'wide', title = 't'" + own))
        .isEqualTo(1);
    assertThat(rest.change(AS_ALICE, "delete from public.generated_content" + own)).isEqualTo(1);
  }

  @Test
  void anAppKeepsItsOwnTasksAsTheGuideHasIt() throws SQLException {
    String insert =
        """
        insert into public.generation_tasks (user_id, provider, task_id, task_type, prompt)
        values ('%s', 'kie-ai', 'own-task', 'text2img', 'by the app itself') returning status
        """;

    assertThat(rest.select(AS_ALICE, insert.formatted(ALICE))).containsExactly("pending");
    rest.change(AS_ALICE, insert.formatted(ALICE).replace("returning status", ""));
    assertThat(
            rest.change(
                AS_ALICE,
                "update public.generation_tasks set progress = 50 where task_id = 'own-task'"))
        .isEqualTo(1);
    assertRefused(AS_ALICE, insert.formatted(BOB));
  }

  @Test
  void anAppsOwnTasksAreNoneOfTheHubs() throws SQLException {
    rest.change(
        AS_ALICE,
        """
        insert into public.generation_tasks (id, user_id, provider, task_type, prompt)
        values ('cccccccc-0000-4000-8000-000000000001', '%s', 'fake', 'text2img', 'by the app')
        """
            .formatted(ALICE));

    UUID own = UUID.fromString("cccccccc-0000-4000-8000-000000000001");
    assertThat(hub.reads.find(ALICE, own)).isEmpty();
  }

  @Test
  void imagesFromBeforeTheHubStandInTheGallery() {
    assertThat(hub.content.list(ALICE, Optional.of("image"), Optional.empty(), 10))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.url()).isEqualTo("https://old.example.org/cat.png");
              assertThat(item.prompt()).isEqualTo("a cat");
              assertThat(item.archived()).isFalse();
            });
  }

  private static void assertRefused(Optional<UUID> user, String sql) {
    assertThatThrownBy(() -> rest.select(user, sql))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> assertThat(refused.getSQLState()).as(sql).isEqualTo("42501"));
  }
}
