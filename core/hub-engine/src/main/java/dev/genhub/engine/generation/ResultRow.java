package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.spi.Artifact;
import java.math.RoundingMode;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** A result on its way into the gallery, as {@link SettlementSql} takes it. */
final class ResultRow {

  private ResultRow() {}

  static ObjectNode of(UUID id, OpenGeneration generation, Artifact made, int position) {
    String kind = made.contentType().word();
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("id", id.toString());
    row.put("userId", generation.userId().toString());
    row.put("generationId", generation.id().toString());
    row.put("position", position);
    row.put("prompt", generation.prompt());
    row.put("provider", generation.provider());
    row.put("model", generation.model());
    row.put("contentType", kind);
    row.put("address", Closing.address(made));
    row.put("thumbnail", made.thumbnail().map(URI::toString).orElse(null));
    row.put("title", text(made.title()));
    row.put("style", text(made.style()));
    row.put("itemId", text(made.itemId()));
    made.duration()
        .ifPresent(it -> row.put("duration", it.setScale(0, RoundingMode.HALF_UP).intValue()));
    row.put("resolution", text(made.resolution()));
    row.put("hasAudio", made.hasAudio().orElse(kind.equals("music")));
    return row;
  }

  private static String text(Optional<String> said) {
    return said.map(Closing::storable).orElse(null);
  }
}
