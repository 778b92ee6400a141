package dev.genhub.simulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.server.Answer;
import dev.genhub.simulator.server.Wording;

/** Refusals as {@code {"error": {code, status, message, details}}}; a wrong key is a 400. */
final class GoogleWording implements Wording {

  private static final String TYPE = "type.googleapis.com/google.rpc.";

  @Override
  public Answer success(JsonNode content) {
    return Answer.json(200, content);
  }

  @Override
  public Answer refusal(Refusal refusal) {
    int status = status(refusal.code());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error = body.putObject("error").put("code", status);
    error.put("message", refusal.message()).put("status", word(status));
    ArrayNode details = error.putArray("details");
    switch (refusal.code()) {
      case 401 -> detail(details, "ErrorInfo").put("reason", "API_KEY_INVALID");
      case 402 -> addQuota(details, "GenerateRequestsPerDay-PaidTier");
      case 429 -> {
        addQuota(details, "GenerateRequestsPerMinute-PaidTier");
        detail(details, "RetryInfo").put("retryDelay", "1.5s");
      }
      default -> error.remove("details");
    }
    return Answer.json(status, body);
  }

  private static void addQuota(ArrayNode details, String quota) {
    detail(details, "QuotaFailure").putArray("violations").addObject().put("quotaId", quota);
  }

  private static ObjectNode detail(ArrayNode details, String type) {
    return details.addObject().put("@type", TYPE + type);
  }

  private static int status(int code) {
    return switch (code) {
      case 401, 422 -> 400;
      case 402 -> 429;
      default -> code;
    };
  }

  private static String word(int status) {
    return switch (status) {
      case 400 -> "INVALID_ARGUMENT";
      case 403 -> "PERMISSION_DENIED";
      case 404 -> "NOT_FOUND";
      case 429 -> "RESOURCE_EXHAUSTED";
      case 503 -> "UNAVAILABLE";
      case 504 -> "DEADLINE_EXCEEDED";
      default -> "INTERNAL";
    };
  }

  @Override
  public String usualMessage(int code) {
    return switch (code) {
      case 401 -> "API key not valid. Please pass a valid API key.";
      case 402, 429 -> "You exceeded your current quota.";
      case 404 -> "Requested entity was not found.";
      case 503 -> "The model is overloaded.";
      default -> "Error " + code;
    };
  }
}
