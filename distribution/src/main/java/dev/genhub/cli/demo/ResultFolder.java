package dev.genhub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the demo saves what was made, under names that people recognise. */
final class ResultFolder {
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "image/png", "png",
          "image/jpeg", "jpg",
          "video/mp4", "mp4",
          "audio/mpeg", "mp3",
          "audio/wav", "wav");

  private final Path folder;
  private final HubClient hub;

  ResultFolder(Path folder, HubClient hub) {
    this.folder = folder;
    this.hub = hub;
  }

  /** Saves all results of a generation. */
  List<Path> save(JsonNode generation) throws DemoFailure {
    List<Path> saved = new ArrayList<>();
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new DemoFailure("the folder " + folder + " cannot be made: " + failed.getMessage());
    }
    int number = 1;
    for (JsonNode result : generation.path("results")) {
      Path file = folder.resolve(name(generation, result, number++));
      if (hub.download(result.path("id").asText(), file)) {
        saved.add(file);
      }
    }
    return saved;
  }

  private static String name(JsonNode generation, JsonNode result, int number) {
    String extension = EXTENSIONS.getOrDefault(result.path("mimeType").asText(), "bin");
    String id = generation.path("id").asText();
    return generation.path("contentType").asText()
        + "-"
        + id.substring(id.length() - 6)
        + "-"
        + number
        + "."
        + extension;
  }
}
