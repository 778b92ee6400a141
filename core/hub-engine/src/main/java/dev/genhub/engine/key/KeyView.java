package dev.genhub.engine.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A key as the API shows it; never the key itself.
 *
 * @param keyHint its last characters
 * @param lastUsedAt null before its first use
 * @param rotateBy when it should be replaced (integration guide, security best practices)
 * @param problem why it is set aside; null when it is in order
 */
public record KeyView(
    UUID id,
    String provider,
    String name,
    boolean isActive,
    String keyHint,
    Instant createdAt,
    Instant updatedAt,
    Instant lastUsedAt,
    Instant rotateBy,
    Problem problem) {

  /**
   * Why no generation is sent with a key unless it is asked for.
   *
   * @param code {@code invalid_api_key} or {@code insufficient_credits}
   */
  public record Problem(String code, Instant since) {}

  static final Duration ROTATE_AFTER = Duration.ofDays(90);

  /** What {@link #read} needs. */
  static final String COLUMNS =
      """
      k.id, k.provider, k.api_key_name, k.is_active, k.key_hint, k.created_at, k.updated_at,
      k.last_used_at, k.set_aside_reason, k.set_aside_at,
      (select v.created_at from genhub.key_versions v where v.id = k.current_version_id)
        as version_created_at""";

  static KeyView read(ResultSet row, int n) throws SQLException {
    Instant created = instant(row, "created_at");
    Instant replaced = instant(row, "version_created_at");
    return new KeyView(
        row.getObject("id", UUID.class),
        row.getString("provider"),
        row.getString("api_key_name"),
        row.getBoolean("is_active"),
        row.getString("key_hint"),
        created,
        instant(row, "updated_at"),
        instant(row, "last_used_at"),
        (replaced == null ? created : replaced).plus(ROTATE_AFTER),
        problem(row));
  }

  private static Problem problem(ResultSet row) throws SQLException {
    String reason = row.getString("set_aside_reason");
    return reason == null ? null : new Problem(reason, instant(row, "set_aside_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
