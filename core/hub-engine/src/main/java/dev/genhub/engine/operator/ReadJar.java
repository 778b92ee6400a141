package dev.genhub.engine.operator;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.http.UnreadBody;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;

/**
 * Reads a jar that is a request's body. The route leaves the body unread until here, so that only
 * an admin can send this much.
 */
public final class ReadJar {

  /** Room for a plugin with libraries of its own; the shipped ones have a tenth of a mebibyte. */
  private static final int LARGEST_JAR = 20 * 1024 * 1024;

  private static final List<String> TYPES =
      List.of("application/java-archive", "application/octet-stream");

  /**
   * The request with its body.
   *
   * @throws ApiProblem {@code unsupported_media_type}, {@code payload_too_large} or {@code
   *     malformed_request}
   */
  public ApiRequest read(Exchange exchange) {
    ApiRequest request = exchange.getMessage().getBody(ApiRequest.class);
    String type = request.header("content-type").orElse("");
    String bare = type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    if (!TYPES.contains(bare)) {
      throw ApiProblem.of(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type is '" + type + "'; " + String.join(" or ", TYPES) + " is taken");
    }
    return request.with(UnreadBody.of(exchange).read(LARGEST_JAR));
  }
}
