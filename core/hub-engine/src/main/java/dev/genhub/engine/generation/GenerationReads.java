package dev.genhub.engine.generation;

import dev.genhub.engine.catalogue.SpiJson;
import dev.genhub.engine.content.ContentItem;
import dev.genhub.engine.content.ContentReads;
import dev.genhub.engine.store.UserSession;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads generations in the name of their user. Rows of the app itself, without a phase, are not
 * shown.
 */
public final class GenerationReads {

  private static final String COLUMNS =
      """
      id, status, content_type, task_type, provider, model, prompt, parameters, parent_id, key_id,
      progress, estimated_time, quote_credits, quote_usd, charged_credits, charged_usd, task_id,
      result_url, error_code, error_message, error_retryable, error_charged, metadata, created_at,
      started_at, completed_at, revision,
      case when phase = 'queued' then (
        select count(*)::integer from public.generation_tasks q
        where q.user_id = t.user_id and q.status = 'pending' and q.phase = 'queued'
          and q.key_id = t.key_id
          and (q.next_attempt_at, q.id) < (t.next_attempt_at, t.id)) end as queued_ahead""";

  private final UserSession session;
  private final ContentReads content;

  /** Reads results with the content. */
  public GenerationReads(UserSession session, ContentReads content) {
    this.session = session;
    this.content = content;
  }

  /** The user's own generation; empty when there is none of that id. */
  public Optional<GenerationView> find(UUID user, UUID id) {
    return session.as(
        user,
        jdbc -> {
          Map<UUID, List<ContentItem>> results = content.of(jdbc, List.of(id));
          return jdbc.sql(
                  "select "
                      + COLUMNS
                      + " from public.generation_tasks t where id = :id and phase is not null")
              .param("id", id)
              .query((row, n) -> view(row, results))
              .optional();
        });
  }

  /** The user's own generations, the newest first. */
  public List<GenerationView> list(UUID user, GenerationFilter filter) {
    return session.as(user, jdbc -> list(jdbc, filter));
  }

  private List<GenerationView> list(JdbcClient jdbc, GenerationFilter filter) {
    List<UUID> ids =
        jdbc.sql(
                """
                select id from public.generation_tasks
                where phase is not null
                  and (cast(:status as text) is null or status = :status)
                  and (cast(:contentType as text) is null or content_type = :contentType)
                  and (cast(:model as text) is null or model = :model
                       or provider || '/' || model = :model)
                  and (cast(:before as uuid) is null or id < :before)
                order by id desc nulls last limit :limit
                """)
            .param("status", filter.status().orElse(null))
            .param("contentType", filter.contentType().orElse(null))
            .param("model", filter.model().orElse(null))
            .param("before", filter.before().orElse(null), java.sql.Types.OTHER)
            .param("limit", filter.limit())
            .query(UUID.class)
            .list();
    Map<UUID, List<ContentItem>> results = content.of(jdbc, ids);
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from public.generation_tasks t where id = any (:ids) order by id desc")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, n) -> view(row, results))
        .list();
  }

  private static GenerationView view(ResultSet row, Map<UUID, List<ContentItem>> results)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    List<ContentItem> items = results.getOrDefault(id, List.of());
    String metadata = row.getString("metadata");
    return new GenerationView(
        id,
        row.getString("status"),
        row.getString("content_type"),
        row.getString("task_type"),
        row.getString("provider"),
        row.getString("model"),
        row.getString("prompt"),
        SpiJson.object(row.getString("parameters")),
        row.getObject("parent_id", UUID.class),
        row.getObject("key_id", UUID.class),
        row.getInt("progress"),
        row.getObject("estimated_time", Integer.class),
        row.getObject("queued_ahead", Integer.class),
        new GenerationView.Cost(
            amount(row.getBigDecimal("quote_credits"), row.getBigDecimal("quote_usd")),
            amount(row.getBigDecimal("charged_credits"), row.getBigDecimal("charged_usd"))),
        row.getString("task_id"),
        items,
        items.isEmpty() ? row.getString("result_url") : items.get(0).url(),
        error(row),
        metadata == null ? null : SpiJson.object(metadata),
        instant(row, "created_at"),
        instant(row, "started_at"),
        instant(row, "completed_at"),
        row.getLong("revision"));
  }

  private static GenerationView.Amount amount(BigDecimal credits, BigDecimal usd) {
    return credits == null
        ? null
        : new GenerationView.Amount(credits.stripTrailingZeros(), usd.stripTrailingZeros());
  }

  private static GenerationView.Error error(ResultSet row) throws SQLException {
    String code = row.getString("error_code");
    return code == null
        ? null
        : new GenerationView.Error(
            code,
            row.getString("error_message"),
            row.getBoolean("error_retryable"),
            row.getBoolean("error_charged"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
