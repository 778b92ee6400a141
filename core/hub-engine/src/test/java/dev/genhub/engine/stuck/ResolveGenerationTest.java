package dev.genhub.engine.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An admin says what became of a submit. */
class ResolveGenerationTest {

  private static final String ACCEPTED = "{\"outcome\": \"accepted\"}";
  private static final String NOT_ACCEPTED = "{\"outcome\": \"not_accepted\"}";

  private static HubFixture hub;
  private static ResolveGeneration resolve;
  private static Caller admin;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    resolve =
        new ResolveGeneration(
            new ResolutionStore(
                hub.database.workers(),
                hub.dispatch,
                hub.settle,
                new AuditLog(hub.clock),
                hub.clock));
    admin = new Caller(hub.user(), true);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static ResolvedGeneration resolved(UUID id, String body) {
    return (ResolvedGeneration) resolve.resolve(Requests.on(admin, id, body)).body();
  }

  private static void assertMoney(ClaimedGeneration work, String reserved, String spent) {
    Map<String, Object> spending = hub.spending(work.userId());
    assertThat(spending.get("reserved_usd")).hasToString(reserved);
    assertThat(spending.get("spent_usd")).hasToString(spent);
  }

  private static List<String> ends(UUID generation) {
    return hub.database
        .everything()
        .sql(
            """
            select kind from genhub.ledger_entries
            where generation_id = :id and kind in ('charge', 'release', 'refund', 'surcharge')
            """)
        .param("id", generation)
        .query(String.class)
        .list();
  }

  @Test
  void aTaskThatTheProviderTookIsFollowed() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);

    ResolvedGeneration answer =
        resolved(work.id(), "{\"outcome\": \"accepted\", \"taskId\": \"seen-1\"}");

    assertThat(answer.status()).isEqualTo("processing");
    assertThat(answer.chargedUsd()).isNull();
    assertThat(hub.row(work.id()))
        .containsEntry("phase", "following")
        .containsEntry("task_id", "seen-1");
    assertMoney(work, "0.040000", "0.000000");
  }

  @Test
  void whatWasTakenAndIsLostIsCharged() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);

    resolved(work.id(), ACCEPTED);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "submission_outcome_unknown")
        .containsEntry("error_charged", true);
    assertMoney(work, "0.000000", "0.040000");
    assertThat(ends(work.id())).containsExactly("charge");
  }

  @Test
  void whatNeverArrivedIsFree() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);

    ResolvedGeneration answer = resolved(work.id(), NOT_ACCEPTED);

    assertThat(answer.status()).isEqualTo("failed");
    assertThat(answer.chargedUsd()).isZero();
    assertThat(hub.row(work.id()))
        .containsEntry("error_code", "provider_unavailable")
        .containsEntry("error_charged", false);
    assertMoney(work, "0.000000", "0.000000");
    assertThat(ends(work.id())).containsExactly("release");
  }

  @Test
  void ofWhatIsSettledOnlyTheMoneyMoves() {
    ClaimedGeneration freed = settledUnknown();
    ClaimedGeneration charged = settledUnknown();

    resolved(freed.id(), NOT_ACCEPTED);
    resolved(charged.id(), ACCEPTED);

    for (ClaimedGeneration work : List.of(freed, charged)) {
      assertThat(hub.row(work.id()))
          .containsEntry("phase", "settled")
          .containsEntry("status", "failed")
          .containsEntry("error_code", "submission_outcome_unknown");
    }
    assertMoney(freed, "0.000000", "0.000000");
    assertMoney(charged, "0.000000", "0.040000");
    assertThat(ends(freed.id())).containsExactly("release");
    assertThat(ends(charged.id())).containsExactly("charge");
  }

  private static ClaimedGeneration settledUnknown() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.settle.settle(List.of(new Settlement.OutcomeUnknown(work.id())));
    return work;
  }

  @Test
  void whatIsResolvedIsNoOpenQuestionAnyMore() {
    ClaimedGeneration work = settledUnknown();
    resolved(work.id(), NOT_ACCEPTED);

    Problems.of(ErrorCode.CONFLICT, () -> resolved(work.id(), ACCEPTED));

    assertMoney(work, "0.000000", "0.000000");
  }

  @ParameterizedTest
  @EnumSource(value = Phase.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
  void whatTellsByItselfIsNoOpenQuestion(Phase phase) {
    UUID id = hub.in(phase).id();
    Map<String, Object> before = hub.row(id);

    Problems.of(ErrorCode.CONFLICT, () -> resolved(id, NOT_ACCEPTED));

    assertThat(hub.row(id)).isEqualTo(before);
  }

  @Test
  void aSubmitOfADeadNodeIsAnOpenQuestionOnceItsLeaseHasEnded() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);
    hub.clock.advance(HubFixture.LEASE.plusSeconds(1));

    resolved(work.id(), NOT_ACCEPTED);

    assertMoney(work, "0.000000", "0.000000");
  }

  @Test
  void aTaskOfAnotherGenerationIsRefusedAndNothingChanges() {
    UUID other = hub.in(Phase.FOLLOWING).id();
    UUID id = hub.in(Phase.UNKNOWN).id();
    String taken = (String) hub.column(other, "task_id");

    Problems.of(
        ErrorCode.CONFLICT,
        () -> resolved(id, "{\"outcome\": \"accepted\", \"taskId\": \"" + taken + "\"}"));

    assertThat(hub.column(id, "phase")).isEqualTo("unknown");
  }

  @Test
  void whatWasNotTakenHasNoTask() {
    UUID id = hub.in(Phase.UNKNOWN).id();

    Problems.of(
        ErrorCode.VALIDATION_FAILED,
        () -> resolved(id, "{\"outcome\": \"not_accepted\", \"taskId\": \"t\"}"));
    Problems.of(ErrorCode.VALIDATION_FAILED, () -> resolved(id, "{\"outcome\": \"perhaps\"}"));
    Problems.of(ErrorCode.NOT_FOUND, () -> resolved(UUID.randomUUID(), ACCEPTED));
  }

  @Test
  void theAuditLogKeepsWhoSaidWhat() {
    UUID id = hub.in(Phase.UNKNOWN).id();

    resolved(id, NOT_ACCEPTED);

    assertThat(
            hub.database.row(
                "select action, actor_id, admin, details ->> 'outcome' as outcome"
                    + " from genhub.audit_log where subject = ?",
                id.toString()))
        .containsEntry("action", "generation.resolved")
        .containsEntry("actor_id", admin.userId())
        .containsEntry("admin", true)
        .containsEntry("outcome", "not_accepted");
  }
}
