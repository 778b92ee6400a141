package dev.genhub.simulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.rule.Fields;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The nested parts of a request: what is put in, and the form of what comes out. */
record MediaRequest(Fields body) {

  private static final Map<String, List<String>> FORMATS =
      Map.of(
          "image", List.of("type", "aspect_ratio", "image_size", "mime_type", "delivery"),
          "video", List.of("type", "aspect_ratio", "duration", "resolution", "delivery"),
          "audio", List.of("type", "mime_type", "sample_rate", "bit_rate", "delivery"));

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "image_size", List.of("512", "1K", "2K", "4K"),
          "resolution", List.of("360p", "720p", "1080p", "4k"),
          "delivery", List.of("inline", "uri"),
          "duration", List.of("3s", "4s", "5s", "6s", "7s", "8s", "9s", "10s"));

  static boolean isInput(JsonNode input) {
    return input.isTextual() || isContentList(input);
  }

  private static boolean isContentList(JsonNode input) {
    return input.isArray()
        && !input.isEmpty()
        && StreamSupport.stream(input.spliterator(), false).allMatch(MediaRequest::isContent);
  }

  private static boolean isContent(JsonNode content) {
    return switch (content.path("type").asText()) {
      case "text" -> content.path("text").isTextual();
      case "image" -> content.hasNonNull("uri") || content.hasNonNull("data");
      default -> false;
    };
  }

  static boolean isFormat(JsonNode format) {
    List<String> allowed = FORMATS.getOrDefault(format.path("type").asText(), List.of());
    return format.properties().stream()
        .allMatch(
            field ->
                allowed.contains(field.getKey())
                    && VALUES
                        .getOrDefault(field.getKey(), List.of(field.getValue().asText()))
                        .contains(field.getValue().asText()));
  }

  /** A field of the form of what comes out, or an empty text. */
  String format(String name) {
    return body.body().path("response_format").path(name).asText("");
  }

  String formatType() {
    return format("type");
  }

  int seconds() {
    return Integer.parseInt("0" + format("duration").replaceAll("\\D", ""));
  }

  /** The text of what is put in. */
  String prompt() {
    JsonNode input = body.body().path("input");
    return input.isTextual()
        ? input.asText()
        : StreamSupport.stream(input.spliterator(), false)
            .map(content -> content.path("text").asText(""))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
  }
}
