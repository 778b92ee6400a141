package dev.genhub.engine.apptoken;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.genhub.engine.security.AppTokenLookup;
import dev.genhub.engine.store.WorkerSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks tokens up by their hash. A find is remembered for two seconds, so that a busy back end
 * costs little; on every node a revoked token stops working within that time.
 */
public final class AppTokens implements AppTokenLookup {

  private static final Duration REMEMBERED = Duration.ofSeconds(2);
  private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);

  private record Found(UUID id, Optional<Instant> lastUsedAt) {}

  private final WorkerSession session;
  private final Clock clock;
  private final Cache<String, UUID> found;

  /** Reads in the workers' role, as the caller is not known yet. */
  public AppTokens(WorkerSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
    this.found =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  @Override
  public Optional<UUID> find(String token) {
    byte[] hash = AppTokenSecret.hash(token);
    String key = Base64.getEncoder().encodeToString(hash);
    // what is not found is not remembered: it would fill the memory with guesses
    return Optional.ofNullable(found.get(key, unused -> read(hash)));
  }

  private UUID read(byte[] hash) {
    return session.run(
        jdbc -> {
          Optional<Found> row =
              jdbc.sql("select id, last_used_at from genhub.app_tokens where token_hash = :hash")
                  .param("hash", hash)
                  .query(AppTokens::found)
                  .optional();
          row.filter(this::isStale).ifPresent(stale -> noteUse(jdbc, stale.id()));
          return row.map(Found::id).orElse(null);
        });
  }

  private static Found found(ResultSet row, int n) throws SQLException {
    Timestamp used = row.getTimestamp("last_used_at");
    return new Found(
        row.getObject("id", UUID.class), Optional.ofNullable(used).map(Timestamp::toInstant));
  }

  private boolean isStale(Found token) {
    Instant recently = clock.instant().minus(NOTE_USE_EVERY);
    return token.lastUsedAt().map(used -> used.isBefore(recently)).orElse(true);
  }

  /** Never waits: whoever holds the row notes the same use, or takes the token back. */
  private void noteUse(JdbcClient jdbc, UUID id) {
    jdbc.sql(
            """
            update genhub.app_tokens set last_used_at = :now
            where id in (select id from genhub.app_tokens where id = :id for update skip locked)
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
  }
}
