package dev.genhub.engine.http;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a caller takes for an answer (RFC 9110, 12.5.1). Only a caller who takes nothing that the
 * hub ever answers with is refused, and before anything is done: any other header is a wish.
 */
final class AcceptedTypes {

  /** JSON, its problems, streams of events, media and metrics. */
  private static final List<String> ANSWERED =
      List.of(
          "*/*",
          "application/*",
          "application/json",
          "application/problem+json",
          "text/event-stream",
          "text/plain",
          "image/",
          "video/",
          "audio/");

  private AcceptedTypes() {}

  /**
   * Refuses a caller whom no answer would suit.
   *
   * @param accept the header's value, empty when there is none
   * @throws ApiProblem {@code not_acceptable}
   */
  static void require(String accept) {
    if (accept.isBlank() || Stream.of(accept.split(",")).anyMatch(AcceptedTypes::suits)) {
      return;
    }
    throw ApiProblem.of(
        ErrorCode.NOT_ACCEPTABLE,
        "Accept is '" + accept + "'; the answer would be application/json");
  }

  private static boolean suits(String range) {
    String[] parts = range.toLowerCase(Locale.ROOT).replace(" ", "").split(";");
    boolean refused = Stream.of(parts).anyMatch(part -> part.matches("q=0(\\.0{0,3})?"));
    return !refused && ANSWERED.stream().anyMatch(type -> matches(parts[0], type));
  }

  private static boolean matches(String range, String type) {
    return type.endsWith("/") ? range.startsWith(type) : range.equals(type);
  }
}
