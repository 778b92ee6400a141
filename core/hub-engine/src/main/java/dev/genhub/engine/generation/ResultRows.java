package dev.genhub.engine.generation;

import dev.genhub.engine.content.ContentReads;
import dev.genhub.engine.content.MadeResult;
import dev.genhub.engine.store.StorableText;
import dev.genhub.spi.Artifact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the results of a completed generation, within its settlement. */
final class ResultRows {

  private static final int MOST_RESOLUTION = 10;
  private static final int MOST_ITEM_ID = 255;

  private static final String INSERT =
      """
      insert into public.generated_content (
        id, user_id, generation_id, position, prompt, provider, model, content_type, image_url,
        video_url, audio_url, thumbnail_url, source_url, title, style, item_id, duration,
        resolution, has_audio, created_at, archived, storage_path, mime_type, size_bytes,
        next_archive_at)
      values (
        :id, :userId, :generationId, :position, :prompt, :provider, :model, :contentType,
        :imageUrl, :videoUrl, :audioUrl, :thumbnailUrl, :sourceUrl, :title, :style, :itemId,
        :duration, :resolution, :hasAudio, :now, :archived, :path, :mimeType, :size,
        case when :archived then null else cast(:now as timestamptz) end)
      """;

  private ResultRows() {}

  static void write(
      JdbcClient jdbc, ClosedGeneration generation, List<MadeResult> results, Instant now) {
    for (int position = 0; position < results.size(); position++) {
      Map<String, Object> values = values(results.get(position));
      values.put("position", position);
      values.put("generationId", generation.id());
      values.put("userId", generation.userId());
      values.put("prompt", generation.prompt());
      values.put("provider", generation.provider());
      values.put("model", generation.model());
      values.put("now", Timestamp.from(now));
      jdbc.sql(INSERT).params(values).update();
    }
  }

  private static Map<String, Object> values(MadeResult result) {
    Artifact artifact = result.artifact();
    String kind = artifact.contentType().word();
    Optional<ContentReads.StoredCopy> copy = result.copy();
    Map<String, Object> values = new HashMap<>();
    values.put("id", result.id());
    values.put("contentType", kind);
    values.put("imageUrl", kind.equals("image") ? result.url() : null);
    values.put("videoUrl", kind.equals("video") ? result.url() : null);
    values.put("audioUrl", kind.equals("music") ? result.url() : null);
    values.put("sourceUrl", copy.isPresent() ? null : result.url());
    values.put("thumbnailUrl", artifact.thumbnail().map(Object::toString).orElse(null));
    values.put("title", artifact.title().map(StorableText::of).orElse(null));
    values.put("style", artifact.style().map(StorableText::of).orElse(null));
    values.put("itemId", within(MOST_ITEM_ID, artifact.itemId()));
    values.put("duration", artifact.duration().map(ResultRows::wholeSeconds).orElse(null));
    values.put("resolution", within(MOST_RESOLUTION, artifact.resolution()));
    values.put("hasAudio", artifact.hasAudio().orElse(kind.equals("music")));
    values.put("archived", copy.isPresent());
    values.put("path", copy.map(ContentReads.StoredCopy::path).orElse(null));
    values.put("mimeType", copy.map(ContentReads.StoredCopy::mimeType).orElse(null));
    values.put("size", copy.map(ContentReads.StoredCopy::size).orElse(null));
    return values;
  }

  private static String within(int most, Optional<String> text) {
    return text.flatMap(said -> StorableText.within(most, said)).orElse(null);
  }

  private static Integer wholeSeconds(BigDecimal seconds) {
    return seconds.setScale(0, RoundingMode.HALF_UP).intValue();
  }
}
