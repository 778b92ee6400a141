package dev.genhub.engine.apptoken;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.audit.AuditEntry;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.store.UserSession;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** App tokens as admins see them, each method one transaction in the name of an admin. */
public final class AppTokenStore {

  private final UserSession session;
  private final AuditLog audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** Records what is done in the audit log. */
  public AppTokenStore(UserSession session, AuditLog audit, Clock clock) {
    this.session = session;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a token; only the answer ever holds it. */
  public NewAppToken create(Actor admin, String name) {
    // as the database keeps it, so that every later answer says the same
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    NewAppToken made =
        new NewAppToken(ids.generate(), name, AppTokenSecret.generate(random), now, null);
    return session.asAdmin(
        admin.userId(),
        jdbc -> {
          jdbc.sql(
                  """
                  insert into genhub.app_tokens (id, name, token_hash, created_by, created_at)
                  values (:id, :name, :hash, :admin, :now)
                  """)
              .param("id", made.id())
              .param("name", name)
              .param("hash", AppTokenSecret.hash(made.token()))
              .param("admin", admin.userId())
              .param("now", Timestamp.from(now))
              .update();
          audit.record(
              jdbc,
              AuditEntry.of(admin, AuditAction.APP_TOKEN_CREATED, made.id()).with("name", name));
          return made;
        });
  }

  /** All tokens, the oldest first. */
  public List<AppTokenView> list(UUID admin) {
    return session.asAdmin(
        admin,
        jdbc ->
            jdbc.sql("select id, name, created_at, last_used_at from genhub.app_tokens order by id")
                .query(AppTokenStore::read)
                .list());
  }

  private static AppTokenView read(ResultSet row, int n) throws SQLException {
    Timestamp used = row.getTimestamp("last_used_at");
    return new AppTokenView(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getTimestamp("created_at").toInstant(),
        used == null ? null : used.toInstant());
  }

  /** Takes a token back, for good. False when there is none of that id. */
  public boolean revoke(Actor admin, UUID id) {
    return session.asAdmin(
        admin.userId(),
        jdbc -> {
          boolean revoked =
              jdbc.sql("delete from genhub.app_tokens where id = :id").param("id", id).update()
                  == 1;
          if (revoked) {
            audit.record(jdbc, AuditEntry.of(admin, AuditAction.APP_TOKEN_REVOKED, id));
          }
          return revoked;
        });
  }
}
