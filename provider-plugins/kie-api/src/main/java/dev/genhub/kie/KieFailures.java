package dev.genhub.kie;

import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.util.Map;

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
          Map.entry(409, FailureKind.INVALID_REQUEST),
          Map.entry(413, FailureKind.CONTENT_REJECTED),
          Map.entry(422, FailureKind.INVALID_REQUEST),
          Map.entry(429, FailureKind.RATE_LIMITED),
          Map.entry(433, FailureKind.PROVIDER_ERROR),
          Map.entry(451, FailureKind.INVALID_REQUEST),
          Map.entry(455, FailureKind.PROVIDER_UNAVAILABLE),
          Map.entry(500, FailureKind.PROVIDER_ERROR),
          Map.entry(501, FailureKind.PROVIDER_ERROR),
          Map.entry(505, FailureKind.PROVIDER_UNAVAILABLE),
          Map.entry(531, FailureKind.PROVIDER_ERROR),
          Map.entry(550, FailureKind.PROVIDER_UNAVAILABLE));

  private KieFailures() {}

  /** An explicit answer that the call was not taken. */
  public static Failure refused(int code, String message) {
    FailureKind kind = REFUSALS.getOrDefault(code, FailureKind.PROVIDER_ERROR);
    boolean policy = code == 400 && message.toLowerCase(java.util.Locale.ROOT).contains("policy");
    return failure(policy ? FailureKind.CONTENT_REJECTED : kind, code, message);
  }

  /**
   * A task that KIE.AI gave up on. 400 means that the content was turned down, 413 that it matches
   * existing work, 408 that its own provider stayed silent. KIE.AI gives the credits back.
   */
  public static Failure taskFailed(String code, String message) {
    boolean content = code.equals("400") || code.equals("413") || code.startsWith("SENSITIVE_WORD");
    return Failure.uncharged(
        content ? FailureKind.CONTENT_REJECTED : FailureKind.PROVIDER_ERROR,
        code,
        message.isBlank() ? "the provider gives no reason" : message);
  }

  private static Failure failure(FailureKind kind, int code, String message) {
    return Failure.uncharged(
        kind, String.valueOf(code), message.isBlank() ? "code " + code : message);
  }
}
