package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * A call as the adapter describes it. Holds no key, so that it can be logged and recorded.
 *
 * @param headers further headers; the hub sets {@code User-Agent}, {@code Content-Type} of a JSON
 *     body and the credential
 */
public record HttpCall(
    HttpMethod method,
    URI uri,
    Map<String, String> headers,
    CallBody body,
    Credential credential,
    Resend resend) {

  public HttpCall {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(credential, "credential");
    Objects.requireNonNull(resend, "resend");
  }

  /** A read without a key that may be repeated. */
  public static HttpCall get(URI uri) {
    return new HttpCall(
        HttpMethod.GET, uri, Map.of(), new CallBody.Empty(), Credential.none(), Resend.SAFE);
  }

  /** A JSON post without a key that must not be repeated blindly. */
  public static HttpCall post(URI uri, Json body) {
    return new HttpCall(
        HttpMethod.POST,
        uri,
        Map.of(),
        new CallBody.JsonText(body.toString()),
        Credential.none(),
        Resend.NEVER_AFTER_SEND);
  }

  /** The same call with the user's key in its place. */
  public HttpCall withCredential(Credential place) {
    return new HttpCall(method, uri, headers, body, place, resend);
  }

  /** The same call with further headers only. */
  public HttpCall withHeaders(Map<String, String> all) {
    return new HttpCall(method, uri, all, body, credential, resend);
  }
}
