package dev.genhub.engine.http;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files in which the description of the API is kept: {@code openapi/info.json} for what all
 * share, and one for each area. {@code openapi/index.txt} lists them in the order of the document.
 */
final class DescriptionFiles {

  private static final String FOLDER = "openapi/";

  /** A name that stands twice in one object would silently lose its first value. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private DescriptionFiles() {}

  /** The names of the files, in order. */
  static List<String> names() {
    return text("index.txt").lines().toList();
  }

  /**
   * All files as one document.
   *
   * @throws IllegalStateException if a file is missing or not JSON, or two define the same name
   */
  static ObjectNode merged() {
    DescriptionMerge merge = new DescriptionMerge();
    names().forEach(name -> merge.add(FOLDER + name, parse(name)));
    return merge.document();
  }

  private static JsonNode parse(String name) {
    try {
      return JSON.readTree(text(name));
    } catch (IOException notJson) {
      throw new IllegalStateException(
          FOLDER + name + " is not JSON: " + notJson.getMessage(), notJson);
    }
  }

  private static String text(String name) {
    try (InputStream in = DescriptionFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + name + " is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
