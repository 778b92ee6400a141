package dev.genhub.engine.stuck;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What an admin has found out about a submit whose outcome is not known.
 *
 * @param accepted whether the provider took it
 * @param taskId what the provider calls it, where the admin has found that out too
 */
record Resolution(boolean accepted, Optional<String> taskId) {

  /** Of a body that fits the schema. */
  static Resolution of(ObjectNode body) {
    return new Resolution(
        body.get("outcome").textValue().equals("accepted"),
        Optional.ofNullable(body.get("taskId")).map(id -> id.textValue()));
  }

  String word() {
    return accepted ? "accepted" : "not_accepted";
  }
}
