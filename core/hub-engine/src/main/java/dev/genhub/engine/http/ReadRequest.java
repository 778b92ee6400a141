package dev.genhub.engine.http;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.HttpMessage;

/**
 * Takes the request off the message. Query parameters, path parameters and headers of the caller
 * all arrive as headers of the message, so the original request is read instead, and every header
 * of the message is taken away: none travels on into the route.
 */
public final class ReadRequest {

  /** The exchange property that holds the request's id. */
  public static final String REQUEST_ID = "genhubRequestId";

  private static final int LARGEST_BODY = 1024 * 1024;

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /**
   * Reads the request.
   *
   * @throws ApiProblem {@code payload_too_large}, {@code unsupported_media_type} or {@code
   *     not_acceptable}
   */
  public ApiRequest read(Exchange exchange) {
    Message message = exchange.getMessage();
    HttpServerRequest original = ((HttpMessage) message).getRequest();
    Map<String, String> headers = headers(original);
    String id = id(headers);
    exchange.setProperty(REQUEST_ID, id);
    byte[] body = body(exchange);
    message.removeHeaders("*");
    requireJson(headers, body);
    AcceptedTypes.require(headers.getOrDefault("accept", ""));
    return new ApiRequest(
        id,
        original.method().name(),
        original.path(),
        pathParameters(exchange, original.path()),
        query(original.query()),
        headers,
        body,
        Optional.empty());
  }

  private static Map<String, String> headers(HttpServerRequest original) {
    Map<String, String> headers = new HashMap<>();
    original.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }

  private String id(Map<String, String> headers) {
    String given = headers.getOrDefault("x-request-id", "");
    return given.matches("[A-Za-z0-9._-]{8,100}") ? given : ids.generate().toString();
  }

  private static byte[] body(Exchange exchange) {
    Message message = exchange.getMessage();
    if (message.getBody() instanceof HttpServerRequest unread) {
      UnreadBody.keep(exchange, unread);
      return new byte[0];
    }
    byte[] body = message.getBody(byte[].class);
    if (body == null) {
      return new byte[0];
    }
    if (body.length > LARGEST_BODY) {
      throw ApiProblem.of(
          ErrorCode.PAYLOAD_TOO_LARGE,
          "the body has " + body.length + " bytes; " + LARGEST_BODY + " are allowed");
    }
    return body;
  }

  private static void requireJson(Map<String, String> headers, byte[] body) {
    String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    boolean json = type.startsWith("application/json") || type.contains("+json");
    if (body.length > 0 && !json) {
      throw ApiProblem.of(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type is '" + type + "'; application/json is taken");
    }
  }

  private static Map<String, String> pathParameters(Exchange exchange, String path) {
    String[] template =
        ((PlatformHttpEndpoint) exchange.getFromEndpoint()).getPath().split("/", -1);
    String[] called = path.split("/", -1);
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < template.length && i < called.length; i++) {
      if (template[i].startsWith("{")) {
        parameters.put(template[i].substring(1, template[i].length() - 1), decode(called[i]));
      }
    }
    return parameters;
  }

  private static Map<String, String> query(String query) {
    Map<String, String> parameters = new HashMap<>();
    if (query != null) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw ApiProblem.of(ErrorCode.MALFORMED_REQUEST, "'" + text + "' is not URL-encoded");
    }
  }
}
