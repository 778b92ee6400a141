package dev.genhub.engine.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a problem (RFC 9457, 3.1), with those that the contract adds. */
public final class ProblemBody {
  private ProblemBody() {}

  /** The body, ready to be written as JSON. */
  public static Map<String, Object> of(ApiProblem problem, String requestId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", problem.code().title());
    body.put("status", problem.code().status());
    body.put("detail", problem.getMessage());
    body.put("code", problem.code().code());
    body.put("requestId", requestId);
    if (!problem.violations().isEmpty()) {
      body.put("errors", problem.violations());
    }
    return body;
  }
}
