package dev.genhub.engine.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.http.ApiJson;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds to the audit log. Safe for use by many threads. */
public final class AuditLog {

  private static final String ADD =
      """
      insert into genhub.audit_log (
        id, at, action, actor_id, app_token_id, admin, subject, request_id, details)
      values (
        :id, :at, :action, :actor, :appToken, :admin, :subject, :requestId, cast(:details as jsonb))
      """;

  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** Times come from the clock. */
  public AuditLog(Clock clock) {
    this.clock = clock;
  }

  /**
   * Records an act in the transaction that does it.
   *
   * @param jdbc of a session in the name of the actor, or of the workers
   */
  public void record(JdbcClient jdbc, AuditEntry entry) {
    Optional<Actor> actor = entry.actor();
    jdbc.sql(ADD)
        .param("id", ids.generate())
        .param("at", Timestamp.from(clock.instant()))
        .param("action", entry.action().word())
        .param("actor", orNull(actor.map(Actor::userId)), Types.OTHER)
        .param("appToken", orNull(actor.flatMap(Actor::appTokenId)), Types.OTHER)
        .param("admin", actor.map(Actor::admin).orElse(false))
        .param("subject", entry.subject())
        .param("requestId", actor.map(Actor::requestId).orElse(""))
        .param("details", new String(ApiJson.write(entry.details()), StandardCharsets.UTF_8))
        .update();
  }

  private static UUID orNull(Optional<UUID> id) {
    return id.orElse(null);
  }
}
