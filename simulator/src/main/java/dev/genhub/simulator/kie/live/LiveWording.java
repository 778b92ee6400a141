package dev.genhub.simulator.kie.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.kie.KieEnvelope;
import dev.genhub.simulator.kie.KieMessages;
import dev.genhub.simulator.server.Answer;
import dev.genhub.simulator.server.Wording;

/** {@code {"code", "msg", "data"}}, with HTTP 200 whatever the code. */
final class LiveWording implements Wording {

  @Override
  public Answer success(JsonNode content) {
    return KieEnvelope.success(content);
  }

  @Override
  public Answer refusal(Refusal refusal) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("code", refusal.code()).put("msg", refusal.message());
    if (refusal.code() != 401) { // recorded 2026-08-06: this one comes without data
      body.putNull("data");
    }
    return Answer.json(200, body);
  }

  @Override
  public String usualMessage(int code) {
    return KieMessages.of(code);
  }
}
