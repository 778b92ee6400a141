package dev.genhub.engine.http;

import dev.genhub.spi.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Ends a request with an answer of RFC 9457. Thrown by the verbs of HTTP routes and turned into the
 * answer by the shared error route. The detail is shown to the caller: it says what was wrong, the
 * value and what is allowed, and never holds a secret.
 */
public final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Violation> violations;
  private final transient Optional<Duration> retryAfter;
  private final transient Map<String, String> headers;

  private ApiProblem(
      ErrorCode code,
      String detail,
      List<Violation> violations,
      Optional<Duration> retryAfter,
      Map<String, String> headers) {
    // an answer, not a defect: the stack trace would only cost
    super(Objects.requireNonNull(detail, "detail"), null, false, false);
    this.code = Objects.requireNonNull(code, "code");
    this.violations = List.copyOf(violations);
    this.retryAfter = retryAfter;
    this.headers = Map.copyOf(headers);
  }

  /** A problem of a kind. */
  public static ApiProblem of(ErrorCode code, String detail) {
    return new ApiProblem(code, detail, List.of(), Optional.empty(), Map.of());
  }

  /** {@code validation_failed} with one entry for each thing that is wrong. */
  public static ApiProblem invalid(List<Violation> violations) {
    String detail =
        violations.size() == 1
            ? inWords(violations.get(0))
            : violations.size() + " things are wrong, see errors";
    return new ApiProblem(
        ErrorCode.VALIDATION_FAILED, detail, violations, Optional.empty(), Map.of());
  }

  /** The empty pointer is the whole body. */
  private static String inWords(Violation violation) {
    return violation.pointer().isEmpty()
        ? violation.detail()
        : violation.pointer() + ": " + violation.detail();
  }

  /** {@code validation_failed} for one place in the body; the empty pointer is all of it. */
  public static ApiProblem invalid(String pointer, String detail) {
    return invalid(List.of(new Violation(pointer, detail)));
  }

  /** {@code not_found}; another user's thing gives the same answer as none. */
  public static ApiProblem notFound(String what, Object id) {
    return of(ErrorCode.NOT_FOUND, "there is no " + what + " '" + id + "'");
  }

  /** A problem that passes by itself: {@code rate_limited} or {@code unavailable}. */
  public static ApiProblem later(ErrorCode code, String detail, Duration retryAfter) {
    return new ApiProblem(code, detail, List.of(), Optional.of(retryAfter), Map.of());
  }

  /** The same problem with further headers of the answer. */
  public ApiProblem withHeaders(Map<String, String> more) {
    return new ApiProblem(code, getMessage(), violations, retryAfter, more);
  }

  /** The kind. */
  public ErrorCode code() {
    return code;
  }

  /** What is wrong in the body; empty unless the kind is {@code validation_failed}. */
  public List<Violation> violations() {
    return violations;
  }

  /** For {@code Retry-After}. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Further headers of the answer. */
  public Map<String, String> headers() {
    return headers;
  }
}
