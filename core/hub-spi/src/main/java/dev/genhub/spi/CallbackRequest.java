package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A callback as it arrived.
 *
 * @param headers by lower-case name
 * @param body the exact text, bounded by the hub
 */
public record CallbackRequest(Map<String, List<String>> headers, String body) {

  public CallbackRequest {
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body, "body");
  }

  /** The first value of a header, by any case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The body as JSON, or {@link Json#MISSING} when it is not JSON. */
  public Json json() {
    return Json.tryParse(body).orElse(Json.MISSING);
  }
}
