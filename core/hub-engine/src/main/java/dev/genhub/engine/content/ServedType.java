package dev.genhub.engine.content;

import java.util.Locale;
import java.util.Map;

/**
 * The media type under which the hub serves a copy: only kinds that fit the content, as a
 * provider's page must not be served as the hub's own.
 */
final class ServedType {

  /** What a result is when nobody says, or says something that no browser shows. */
  private static final Map<String, String> USUAL =
      Map.of("image", "image/png", "video", "video/mp4", "music", "audio/mpeg");

  private ServedType() {}

  /**
   * The type of a copy.
   *
   * @param contentType {@code image}, {@code video} or {@code music}
   * @param told what the provider says, possibly null
   */
  static String of(String contentType, String told) {
    String kind = contentType.equals("music") ? "audio" : contentType;
    String bare = bare(told);
    boolean fits = bare.matches(kind + "/[a-z0-9.+-]{1,60}") && !bare.contains("svg");
    return fits ? bare : USUAL.get(contentType);
  }

  /** Whether it is words about a result instead of one, as when an address has expired. */
  static boolean isPage(String told) {
    String bare = bare(told);
    return bare.startsWith("text/")
        || bare.startsWith("application/") && (bare.endsWith("json") || bare.endsWith("xml"));
  }

  /** Without parameters, in lower case; empty for null. */
  private static String bare(String told) {
    return told == null ? "" : told.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }
}
