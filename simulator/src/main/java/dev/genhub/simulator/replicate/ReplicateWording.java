package dev.genhub.simulator.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.server.Answer;
import dev.genhub.simulator.server.Wording;

/** Refusals as {@code {"title", "detail", "status"}}; one for too many calls says how long. */
final class ReplicateWording implements Wording {

  @Override
  public Answer success(JsonNode content) {
    return Answer.json(200, content);
  }

  @Override
  public Answer refusal(Refusal refusal) {
    int status = refusal.code() == 400 ? 422 : refusal.code();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("title", usualMessage(status)).put("detail", refusal.message()).put("status", status);
    if (status == 429) {
      body.put("retry_after", 1);
    }
    return Answer.json(status, body);
  }

  @Override
  public String usualMessage(int code) {
    return switch (code) {
      case 401 -> "Unauthenticated";
      case 402 -> "Insufficient credit";
      case 404 -> "Not found";
      case 422 -> "Input validation failed";
      case 429 -> "Request was throttled";
      default -> "Error " + code;
    };
  }
}
