package dev.genhub.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.testing.HubDatabase;
import dev.genhub.engine.testing.Requests;
import dev.genhub.engine.testing.SettableClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class AuditLogTest {

  private static HubDatabase database;

  private final SettableClock clock = SettableClock.midMonth();
  private final AuditLog audit = new AuditLog(clock);
  private Caller user;
  private Caller admin;

  @BeforeAll
  static void open() {
    database = HubDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void prepare() {
    user = Caller.actingFor(database.user(), UUID.randomUUID());
    admin = new Caller(database.user(), true);
  }

  private AuditEntry act(Caller caller, String subject) {
    return AuditEntry.of(Actor.of(Requests.post(caller, "")), AuditAction.KEY_CREATED, subject)
        .with("provider", "fake");
  }

  private void record(Caller caller, String subject) {
    database
        .users()
        .as(
            caller.userId(),
            jdbc -> {
              audit.record(jdbc, act(caller, subject));
              return null;
            });
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> page(Map<String, String> query) {
    ApiRequest request = Requests.query(admin, query);
    return (Map<String, Object>) new ListAuditEntries(database.users()).list(request).body();
  }

  @SuppressWarnings("unchecked")
  private List<AuditView> entries(Map<String, String> query) {
    return (List<AuditView>) page(query).get("data");
  }

  @Test
  void an_entry_says_who_did_what_on_what_by_which_request() {
    String subject = UUID.randomUUID().toString();
    record(user, subject);

    assertThat(entries(Map.of("subject", subject)))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.at()).isEqualTo(clock.instant());
              assertThat(entry.action()).isEqualTo("key.created");
              assertThat(entry.userId()).isEqualTo(user.userId());
              assertThat(entry.appTokenId()).isEqualTo(user.appTokenId().orElseThrow());
              assertThat(entry.admin()).isFalse();
              assertThat(entry.requestId()).isEqualTo("request-1");
              assertThat(entry.details().path("provider").asText()).isEqualTo("fake");
            });
  }

  @Test
  void the_hub_itself_acts_without_a_user() {
    database
        .workers()
        .run(
            jdbc -> {
              audit.record(jdbc, AuditEntry.ofHub(AuditAction.PLUGIN_STARTED, "kie-veo"));
              return null;
            });

    assertThat(entries(Map.of("action", "plugin.started")))
        .singleElement()
        .extracting(AuditView::userId)
        .isNull();
  }

  @Test
  void pages_go_back_in_time_without_a_gap() {
    String subject = UUID.randomUUID().toString();
    for (int i = 0; i < 5; i++) {
      record(user, subject);
    }

    Map<String, String> query = new HashMap<>(Map.of("subject", subject, "limit", "2"));
    List<AuditView> all = new java.util.ArrayList<>();
    Object cursor;
    do {
      Map<String, Object> page = page(query);
      all.addAll(entries(query));
      cursor = page.get("nextCursor");
      query.put("cursor", String.valueOf(cursor));
    } while (cursor != null);

    assertThat(all).hasSize(5).extracting(AuditView::id).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(AuditView::id)
        .isSortedAccordingTo((a, b) -> b.toString().compareTo(a.toString()));
  }

  @Test
  void an_act_that_is_undone_leaves_no_entry() {
    String subject = UUID.randomUUID().toString();

    assertThatThrownBy(
            () ->
                database
                    .users()
                    .as(
                        user.userId(),
                        jdbc -> {
                          audit.record(jdbc, act(user, subject));
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    assertThat(entries(Map.of("subject", subject))).isEmpty();
  }

  @Test
  void nobody_writes_in_anothers_name() {
    UUID other = database.user();

    assertThatThrownBy(
            () ->
                database
                    .users()
                    .as(
                        other,
                        jdbc -> {
                          audit.record(jdbc, act(user, "forged"));
                          return null;
                        }))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void users_do_not_read_it() {
    record(user, "something");

    assertThat(
            database
                .users()
                .<List<Map<String, Object>>>as(
                    user.userId(),
                    jdbc -> jdbc.sql("select * from genhub.audit_log").query().listOfRows()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update genhub.audit_log set action = 'nothing'",
        "delete from genhub.audit_log",
        "truncate genhub.audit_log"
      })
  void nobody_changes_it_not_even_who_may_do_everything(String sql) {
    record(user, "something");

    assertThatThrownBy(() -> database.everything().sql(sql).update())
        .rootCause()
        .hasMessageContaining("only ever added to");
    assertThatThrownBy(() -> database.workers().run(jdbc -> jdbc.sql(sql).update()))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(
            () -> database.users().asAdmin(admin.userId(), jdbc -> jdbc.sql(sql).update()))
        .isInstanceOf(DataAccessException.class);
  }
}
