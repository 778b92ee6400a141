package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A call as the adapter describes it. Holds no key, so that it can be logged and recorded.
 *
 * @param headers further headers; the hub sets {@code User-Agent}, {@code Content-Type} of a JSON
 *     body and the credential
 * @param answerWithin how long the provider may stay silent before its answer counts as lost; empty
 *     for the hub's usual minute. For providers that work while the connection is open; the hub
 *     never waits longer than ten minutes
 */
public record HttpCall(
    HttpMethod method,
    URI uri,
    Map<String, String> headers,
    CallBody body,
    Credential credential,
    Resend resend,
    Optional<Duration> answerWithin) {

  public HttpCall {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(credential, "credential");
    Objects.requireNonNull(resend, "resend");
    Objects.requireNonNull(answerWithin, "answerWithin");
  }

  /** A call that is answered within the usual time. */
  public HttpCall(
      HttpMethod method,
      URI uri,
      Map<String, String> headers,
      CallBody body,
      Credential credential,
      Resend resend) {
    this(method, uri, headers, body, credential, resend, Optional.empty());
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
    return new HttpCall(method, uri, headers, body, place, resend, answerWithin);
  }

  /** The same call with further headers only. */
  public HttpCall withHeaders(Map<String, String> all) {
    return new HttpCall(method, uri, all, body, credential, resend, answerWithin);
  }

  /**
   * The same call, which may be sent again when its answer is lost: for a submit that carries
   * {@link CallContext#idempotencyKey()} to a provider that honours it.
   */
  public HttpCall repeatable() {
    return new HttpCall(method, uri, headers, body, credential, Resend.SAFE, answerWithin);
  }

  /** The same call to a provider that takes its time to answer. */
  public HttpCall withAnswerWithin(Duration patience) {
    return new HttpCall(method, uri, headers, body, credential, resend, Optional.of(patience));
  }
}
