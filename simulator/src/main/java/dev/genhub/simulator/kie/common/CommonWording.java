package dev.genhub.simulator.kie.common;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.simulator.server.Answer;

/**
 * The envelope of the live dialect. The addresses under {@code /chat} and {@code /common} answer in
 * it in both dialects, because the guide does not describe them.
 */
public final class CommonWording {

  private CommonWording() {}

  /** A success. */
  public static Answer success(JsonNode data) {
    return Answer.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("code", 200)
            .put("msg", "success")
            .set("data", data));
  }
}
