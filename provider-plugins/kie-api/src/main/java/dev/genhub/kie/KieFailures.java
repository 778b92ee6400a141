package dev.genhub.kie;

import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What KIE.AI's codes mean. The same table serves the body codes of the live dialect and the HTTP
 * statuses of the guide's (docs.kie.ai, code table; integration guide, error handling).
 */
public final class KieFailures {

  private static final Map<Integer, FailureKind> REFUSALS =
      Map.ofEntries(
          Map.entry(400, FailureKind.INVALID_REQUEST),
          Map.entry(401, FailureKind.INVALID_API_KEY),
          Map.entry(402, FailureKind.INSUFFICIENT_CREDITS),
          Map.entry(403, FailureKind.INVALID_API_KEY),
          Map.entry(404, FailureKind.INVALID_REQUEST),
          Map.entry(408, FailureKind.PROVIDER_UNAVAILABLE),
          Map.entry(409, FailureKind.INVALID_REQUEST),
          Map.entry(413, FailureKind.CONTENT_REJECTED),
          Map.entry(422, FailureKind.INVALID_REQUEST),
          Map.entry(429, FailureKind.RATE_LIMITED),
          Map.entry(433, FailureKind.PROVIDER_ERROR),
          Map.entry(451, FailureKind.INVALID_REQUEST),
          Map.entry(455, FailureKind.PROVIDER_UNAVAILABLE),
          Map.entry(500, FailureKind.PROVIDER_ERROR),
          Map.entry(501, FailureKind.PROVIDER_ERROR),
          Map.entry(503, FailureKind.PROVIDER_UNAVAILABLE),
          Map.entry(505, FailureKind.PROVIDER_UNAVAILABLE),
          Map.entry(531, FailureKind.PROVIDER_ERROR),
          Map.entry(550, FailureKind.PROVIDER_UNAVAILABLE));

  /** What a gateway's refusal means, which is less: it knows nothing of keys that are banned. */
  private static final Map<Integer, FailureKind> AT_THE_GATEWAY =
      Map.of(
          401, FailureKind.INVALID_API_KEY,
          402, FailureKind.INSUFFICIENT_CREDITS,
          429, FailureKind.RATE_LIMITED,
          403, FailureKind.PROVIDER_UNAVAILABLE,
          408, FailureKind.PROVIDER_UNAVAILABLE);

  private static final Pattern CONTENT_WORDS =
      Pattern.compile("policy|sensitive|prohibited|moderation|violat", Pattern.CASE_INSENSITIVE);

  private KieFailures() {}

  /** KIE.AI's own answer that it does not do what was asked. 400 may be about the content. */
  public static Failure refused(int code, String message) {
    boolean content = code == 400 && CONTENT_WORDS.matcher(message).find();
    return Failure.uncharged(
        content
            ? FailureKind.CONTENT_REJECTED
            : REFUSALS.getOrDefault(code, FailureKind.PROVIDER_ERROR),
        String.valueOf(code),
        message.isBlank() ? "KIE.AI gives no reason but the code " + code : message);
  }

  /** The answer of something in front of KIE.AI, such as the wall that asks for a User-Agent. */
  static Failure gateway(int status) {
    FailureKind usual =
        status / 100 == 4 ? FailureKind.INVALID_REQUEST : FailureKind.PROVIDER_UNAVAILABLE;
    return Failure.uncharged(
        AT_THE_GATEWAY.getOrDefault(status, usual),
        String.valueOf(status),
        "HTTP " + status + " from the gateway in front of KIE.AI");
  }

  /**
   * A task that KIE.AI gave up on. 400 means that the content was turned down, 413 that it matches
   * existing work, 451 that an input could not be fetched, 408 that its own provider stayed silent.
   * KIE.AI gives the credits back.
   */
  public static Failure taskFailed(String code, String message) {
    boolean content = code.equals("400") || code.equals("413") || code.startsWith("SENSITIVE_WORD");
    FailureKind kind =
        code.equals("451") ? FailureKind.INVALID_REQUEST : FailureKind.PROVIDER_ERROR;
    return Failure.uncharged(
        content ? FailureKind.CONTENT_REJECTED : kind,
        code,
        message.isBlank() ? "the provider gives no reason" : message);
  }
}
