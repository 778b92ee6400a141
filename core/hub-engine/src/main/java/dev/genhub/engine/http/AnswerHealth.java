package dev.genhub.engine.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@code GET /health/ready}: whether the hub can do its work, part by part. */
public final class AnswerHealth {

  private final Map<String, Supplier<String>> checks;

  /**
   * @param checks by part; each gives an empty text when all is well, or what is wrong
   */
  public AnswerHealth(Map<String, Supplier<String>> checks) {
    this.checks = new LinkedHashMap<>(checks);
  }

  /** 200 when every part is well, 503 otherwise. */
  public ApiResponse answer() {
    Map<String, String> parts = new LinkedHashMap<>();
    checks.forEach((part, check) -> parts.put(part, outcome(check)));
    boolean ready = parts.values().stream().allMatch("up"::equals);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", ready ? "up" : "down");
    if (!parts.isEmpty()) {
      body.put("parts", parts);
    }
    return new ApiResponse(ready ? 200 : 503, Map.of(), body);
  }

  private static String outcome(Supplier<String> check) {
    try {
      String wrong = check.get();
      return wrong.isEmpty() ? "up" : wrong;
    } catch (RuntimeException failed) {
      return "down";
    }
  }
}
