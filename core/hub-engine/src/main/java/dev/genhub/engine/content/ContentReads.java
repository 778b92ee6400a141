package dev.genhub.engine.content;

import dev.genhub.engine.http.TimePaging;
import dev.genhub.engine.store.UserSession;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads results in the name of their user. */
public final class ContentReads {

  private static final String COLUMNS =
      """
      id, generation_id, content_type, source_url, archived, thumbnail_url, title, duration,
      resolution, has_audio, style, mime_type, size_bytes, prompt, model, provider, created_at,
      coalesce(image_url, video_url, audio_url) as first_url""";

  /** A generation that shows one result fewer is not the one that a client remembers. */
  private static final String DELETE =
      """
      with gone as (
        delete from public.generated_content where id = :id returning generation_id),
      changed as (
        update public.generation_tasks t set revision = t.revision + 1
        from gone where t.id = gone.generation_id)
      select count(*) from gone
      """;

  /** An app may have left the time of a row open. */
  private static final String AGE = "coalesce(created_at, timestamptz '1970-01-01 00:00:00+00')";

  /** The stored copy of a result. */
  public record StoredCopy(String path, String mimeType, long size) {}

  private final UserSession session;
  private final URI publicUrl;

  /**
   * @param publicUrl the base of the addresses of copies
   */
  public ContentReads(UserSession session, URI publicUrl) {
    this.session = session;
    this.publicUrl = publicUrl;
  }

  /** Where users get the hub's copy of a result. */
  public String addressOf(UUID id) {
    return publicUrl + "/v1/content/" + id + "/file";
  }

  /** The results of generations, by generation, each in its order; in a transaction of the user. */
  public Map<UUID, List<ContentItem>> of(JdbcClient jdbc, List<UUID> generations) {
    return jdbc
        .sql(
            "select "
                + COLUMNS
                + " from public.generated_content where generation_id = any (:ids)"
                + " order by position")
        .param("ids", generations.toArray(UUID[]::new))
        .query((row, n) -> item(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(ContentItem::generationId));
  }

  /**
   * The user's results, the newest first; those that an app kept before the hub came among them.
   *
   * @param before only those that stand behind this one
   */
  public List<ContentItem> list(
      UUID user, Optional<String> contentType, Optional<TimePaging.Position> before, int limit) {
    return session.as(
        user,
        jdbc ->
            jdbc.sql(
                    "select "
                        + COLUMNS
                        + " from public.generated_content"
                        + " where (cast(:type as text) is null or content_type = :type)"
                        + " and (cast(:at as timestamptz) is null or ("
                        + AGE
                        + ", id) < (cast(:at as timestamptz), :before))"
                        + " order by "
                        + AGE
                        + " desc, id desc limit :limit")
                .param("type", contentType.orElse(null))
                .param(
                    "at",
                    before.map(row -> Timestamp.from(row.at())).orElse(null),
                    java.sql.Types.TIMESTAMP)
                .param(
                    "before",
                    before.map(TimePaging.Position::id).orElse(null),
                    java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list());
  }

  /** The user's own result; empty when there is none of that id. */
  public Optional<ContentItem> find(UUID user, UUID id) {
    return session.as(
        user,
        jdbc ->
            jdbc.sql("select " + COLUMNS + " from public.generated_content where id = :id")
                .param("id", id)
                .query((row, n) -> item(row))
                .optional());
  }

  /** The stored copy of the user's own result; empty while there is none. */
  public Optional<StoredCopy> copyOf(UUID user, UUID id) {
    return session.as(
        user,
        jdbc ->
            jdbc.sql(
                    """
                    select storage_path, mime_type, size_bytes from public.generated_content
                    where id = :id and archived
                    """)
                .param("id", id)
                .query(
                    (row, n) ->
                        new StoredCopy(
                            row.getString("storage_path"),
                            row.getString("mime_type"),
                            row.getLong("size_bytes")))
                .optional());
  }

  /** Deletes the user's own result; false when there is none of that id. */
  public boolean delete(UUID user, UUID id) {
    return session.as(user, jdbc -> jdbc.sql(DELETE).param("id", id).query(Integer.class).single())
        == 1;
  }

  private ContentItem item(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    boolean archived = row.getBoolean("archived");
    String source = row.getString("source_url");
    // rows from before the hub have an address only in the column of their kind
    String elsewhere = source == null ? row.getString("first_url") : source;
    Timestamp created = row.getTimestamp("created_at");
    return new ContentItem(
        id,
        row.getObject("generation_id", UUID.class),
        row.getString("content_type"),
        archived ? addressOf(id) : elsewhere,
        source,
        archived,
        row.getString("thumbnail_url"),
        row.getString("title"),
        row.getObject("duration", Integer.class),
        row.getString("resolution"),
        row.getObject("has_audio", Boolean.class),
        row.getString("style"),
        row.getString("mime_type"),
        row.getObject("size_bytes", Long.class),
        row.getString("prompt"),
        row.getString("model"),
        row.getString("provider"),
        created == null ? null : created.toInstant());
  }
}
