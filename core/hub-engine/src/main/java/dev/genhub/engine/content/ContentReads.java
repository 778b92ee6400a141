package dev.genhub.engine.content;

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
   * The user's results, the newest first.
   *
   * @param before only those older than this one
   */
  public List<ContentItem> list(
      UUID user, Optional<String> contentType, Optional<UUID> before, int limit) {
    return session.as(
        user,
        jdbc ->
            jdbc.sql(
                    "select "
                        + COLUMNS
                        + " from public.generated_content"
                        + " where (cast(:type as text) is null or content_type = :type)"
                        + " and (cast(:before as uuid) is null or id < :before)"
                        + " order by id desc nulls last limit :limit")
                .param("type", contentType.orElse(null))
                .param("before", before.orElse(null), java.sql.Types.OTHER)
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
    return session.as(
            user,
            jdbc ->
                jdbc.sql("delete from public.generated_content where id = :id")
                    .param("id", id)
                    .update())
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
