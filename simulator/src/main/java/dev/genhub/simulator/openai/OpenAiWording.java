package dev.genhub.simulator.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.server.Answer;
import dev.genhub.simulator.server.Wording;
import java.util.Map;

/** Refusals as {@code {"error": {message, type, param, code}}}. */
final class OpenAiWording implements Wording {

  /** How a code is said. */
  private record Said(int status, String type, String code, String message) {}

  private static final Map<Integer, Said> BY_CODE =
      Map.of(
          400, new Said(400, "image_generation_user_error", "moderation_blocked", "Rejected."),
          401, new Said(401, "invalid_request_error", "invalid_api_key", "Incorrect API key."),
          402, new Said(429, "insufficient_quota", "credit_balance_exhausted", "No credit left."),
          403, new Said(403, "invalid_request_error", "missing_scope", "Not permitted."),
          404, new Said(404, "invalid_request_error", "not_found", "There is no such thing."),
          422, new Said(400, "invalid_request_error", "invalid_value", "Invalid value."),
          429, new Said(429, "requests", "rate_limit_exceeded", "Rate limit reached."),
          503, new Said(503, "server_error", "server_is_overloaded", "Overloaded."));

  @Override
  public Answer success(JsonNode content) {
    return Answer.json(200, content);
  }

  @Override
  public Answer refusal(Refusal refusal) {
    Said said = said(refusal.code());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("message", refusal.message())
        .put("type", said.type())
        .putNull("param")
        .put("code", said.code());
    return Answer.json(said.status(), body);
  }

  @Override
  public String usualMessage(int code) {
    return said(code).message();
  }

  private static Said said(int code) {
    return BY_CODE.getOrDefault(code, new Said(code, "server_error", null, "Error " + code));
  }
}
