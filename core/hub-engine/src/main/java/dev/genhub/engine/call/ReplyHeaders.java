package dev.genhub.engine.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The headers of a reply, without what Camel adds to them. */
final class ReplyHeaders {
  private ReplyHeaders() {}

  /** By lower-case name. */
  static Map<String, List<String>> of(Map<String, ?> all) {
    Map<String, List<String>> byLowerCaseName = new HashMap<>();
    all.forEach(
        (name, value) -> {
          if (!name.startsWith("Camel") && value != null) {
            byLowerCaseName
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(value.toString());
          }
        });
    return byLowerCaseName;
  }
}
