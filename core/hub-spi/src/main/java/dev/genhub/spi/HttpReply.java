package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a provider answered.
 *
 * @param status the HTTP status
 * @param headers by lower-case name
 * @param body the text, empty when there was none; the hub bounds its size
 */
public record HttpReply(int status, Map<String, List<String>> headers, String body) {

  public HttpReply {
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body, "body");
  }

  /** The body as JSON, or {@link Json#MISSING} when it is not JSON. */
  public Json json() {
    return Json.tryParse(body).orElse(Json.MISSING);
  }

  /** The first value of a header, by any case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** {@code Retry-After} in seconds (RFC 9110, 10.2.3); the date form is not used by providers. */
  public Optional<Duration> retryAfter() {
    return header("retry-after")
        .map(String::trim)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
