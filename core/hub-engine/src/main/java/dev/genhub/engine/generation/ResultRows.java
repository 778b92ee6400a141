package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.content.ContentReads;
import dev.genhub.engine.content.MadeResult;
import dev.genhub.engine.store.StorableText;
import dev.genhub.spi.Artifact;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The results of completed generations, as {@link SettlementSql#KEEP_RESULTS} takes them. */
final class ResultRows {

  private static final int MOST_RESOLUTION = 10;
  private static final int MOST_ITEM_ID = 255;

  private ResultRows() {}

  static void add(ArrayNode rows, OpenGeneration generation, List<MadeResult> results) {
    for (int position = 0; position < results.size(); position++) {
      ObjectNode row = rows.addObject();
      row.put("position", position);
      row.put("generationId", generation.id().toString());
      row.put("userId", generation.userId().toString());
      row.put("prompt", generation.prompt());
      row.put("provider", generation.provider());
      row.put("model", generation.model());
      fill(row, results.get(position));
    }
  }

  private static void fill(ObjectNode row, MadeResult result) {
    Artifact artifact = result.artifact();
    String kind = artifact.contentType().word();
    Optional<ContentReads.StoredCopy> copy = result.copy();
    row.put("id", result.id().toString());
    row.put("contentType", kind);
    row.put("url", result.url());
    row.put("thumbnailUrl", artifact.thumbnail().map(URI::toString).orElse(null));
    row.put("title", artifact.title().map(StorableText::of).orElse(null));
    row.put("style", artifact.style().map(StorableText::of).orElse(null));
    row.put("itemId", within(MOST_ITEM_ID, artifact.itemId()));
    artifact
        .duration()
        .map(seconds -> seconds.setScale(0, RoundingMode.HALF_UP).intValue())
        .ifPresent(seconds -> row.put("duration", seconds));
    row.put("resolution", within(MOST_RESOLUTION, artifact.resolution()));
    row.put("hasAudio", artifact.hasAudio().orElse(kind.equals("music")));
    row.put("archived", copy.isPresent());
    copy.ifPresent(
        it -> row.put("path", it.path()).put("mimeType", it.mimeType()).put("size", it.size()));
  }

  private static String within(int most, Optional<String> text) {
    return text.flatMap(said -> StorableText.within(most, said)).orElse(null);
  }
}
