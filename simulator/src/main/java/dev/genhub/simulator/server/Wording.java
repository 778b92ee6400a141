package dev.genhub.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.family.Refusal;

/** How a provider words its answers. Implementations have no state. */
public interface Wording {

  /** A success. */
  Answer success(JsonNode content);

  /** A no. */
  Answer refusal(Refusal refusal);

  /** What the provider says by a code, when there is nothing particular to say. */
  String usualMessage(int code);

  /** A no with the usual message. */
  default Answer refusal(int code) {
    return refusal(new Refusal(code, usualMessage(code)));
  }
}
