package dev.genhub.simulator.kie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.simulator.server.Answer;

/**
 * The envelope of the live dialect. The addresses under {@code /chat} and {@code /common} answer in
 * it in both dialects, because the guide does not describe them.
 */
public final class KieEnvelope {

  private KieEnvelope() {}

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
