package dev.genhub.engine.defaults;

import dev.genhub.spi.ContentType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Defaults as the API shows them: every kind, null where nothing is chosen. */
final class DefaultsView {
  private DefaultsView() {}

  static Map<String, String> of(Map<ContentType, String> chosen) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (ContentType made : ContentType.values()) {
      shown.put(made.word(), chosen.get(made));
    }
    return shown;
  }
}
