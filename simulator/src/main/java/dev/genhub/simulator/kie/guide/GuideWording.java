package dev.genhub.simulator.kie.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.kie.KieMessages;
import dev.genhub.simulator.server.Answer;
import dev.genhub.simulator.server.Wording;

/** Successes without an envelope; refusals by HTTP status. */
final class GuideWording implements Wording {

  @Override
  public Answer success(JsonNode content) {
    return Answer.json(200, content);
  }

  @Override
  public Answer refusal(Refusal refusal) {
    return Answer.json(
        refusal.code(), JsonNodeFactory.instance.objectNode().put("message", refusal.message()));
  }

  @Override
  public String usualMessage(int code) {
    return KieMessages.of(code);
  }
}
