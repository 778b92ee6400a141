package dev.genhub.engine.money;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.audit.AuditEntry;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.RequestBody;
import dev.genhub.engine.store.WorkerSession;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code PUT /v1/admin/generations/{id}/charge}: sets what a settled generation was charged to what
 * it really cost. The ledger keeps the charge as it was and gets a correction with its reason. The
 * route admits admins only.
 */
public final class CorrectCharge {

  private static final String CORRECT =
      """
      select genhub.correct_charge(
        :id, cast(:credits as numeric), cast(:usd as numeric), :reason, :now)
      """;

  private final RequestBody body = new RequestBody(getClass(), "charge-request.schema.json");
  private final WorkerSession session;
  private final AuditLog audit;
  private final Clock clock;

  /** Corrects in the workers' role; the audit log remembers who did. */
  public CorrectCharge(WorkerSession session, AuditLog audit, Clock clock) {
    this.session = session;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Corrects the charge.
   *
   * @throws ApiProblem {@code not_found} when there is no settled generation of that id
   */
  public ApiResponse correct(ApiRequest request) {
    UUID id = request.pathId("id");
    ObjectNode wanted = body.read(request);
    BigDecimal credits = wanted.get("credits").decimalValue();
    BigDecimal usd = wanted.get("usd").decimalValue();
    String reason = wanted.get("reason").textValue();
    session.run(
        jdbc -> {
          correct(jdbc, id, credits, usd, reason);
          audit.record(
              jdbc,
              AuditEntry.of(Actor.of(request), AuditAction.CHARGE_CORRECTED, id)
                  .with("credits", credits)
                  .with("usd", usd)
                  .with("reason", reason));
          return null;
        });
    Map<String, Object> charge = new LinkedHashMap<>();
    charge.put("id", id);
    charge.put("credits", credits);
    charge.put("usd", usd);
    return ApiResponse.ok(charge);
  }

  private void correct(
      JdbcClient jdbc, UUID id, BigDecimal credits, BigDecimal usd, String reason) {
    boolean corrected =
        jdbc.sql(CORRECT)
            .param("id", id)
            .param("credits", credits)
            .param("usd", usd)
            .param("reason", reason)
            .param("now", Timestamp.from(clock.instant()))
            .query(Boolean.class)
            .single();
    if (!corrected) {
      throw ApiProblem.notFound("settled generation", id);
    }
  }
}
