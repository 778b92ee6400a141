package dev.genhub.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.family.Refusal;

/** How a file host words refusals: plainly. Files themselves have no words. */
final class FileWording implements Wording {

  @Override
  public Answer success(JsonNode content) {
    return Answer.json(200, content);
  }

  @Override
  public Answer refusal(Refusal refusal) {
    return Answer.text(refusal.code(), refusal.message());
  }

  @Override
  public String usualMessage(int code) {
    return "the file cannot be had";
  }
}
