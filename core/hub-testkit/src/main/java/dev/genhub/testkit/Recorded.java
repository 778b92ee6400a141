package dev.genhub.testkit;

import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns recorded replies and callbacks into what an adapter is given. */
final class Recorded {

  private static final Set<String> FIELDS = Set.of("status", "headers", "body", "text");

  private Recorded() {}

  static HttpReply reply(Json recorded) {
    requireReadable(recorded);
    return new HttpReply(
        recorded.at("status").integer().orElse(200), headers(recorded), body(recorded));
  }

  static CallbackRequest callback(Json recorded) {
    requireReadable(recorded);
    return new CallbackRequest(headers(recorded), body(recorded));
  }

  private static void requireReadable(Json recorded) {
    boolean json = !recorded.at("body").equals(Json.MISSING);
    boolean anything = !recorded.at("text").equals(Json.MISSING);
    if (json == anything || !FIELDS.containsAll(recorded.fields().keySet())) {
      throw new AssertionError(
          "a recorded message has 'body' (JSON) or 'text' (anything), and may have 'status' and"
              + " 'headers'; this one has "
              + recorded.fields().keySet());
    }
  }

  private static String body(Json recorded) {
    Json body = recorded.at("body");
    return body.equals(Json.MISSING) ? recorded.at("text").text().orElseThrow() : body.toString();
  }

  private static Map<String, List<String>> headers(Json recorded) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    recorded
        .at("headers")
        .fields()
        .forEach(
            (name, value) ->
                headers.put(name.toLowerCase(Locale.ROOT), List.of(value.text().orElseThrow())));
    return headers;
  }
}
