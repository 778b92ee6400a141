package dev.genhub.simulator.kie.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.task.Snapshot;

/** What the families of the live dialect have in common. */
interface LiveFamily extends Family {

  @Override
  default JsonNode accepted(Snapshot task) {
    return object().put("taskId", task.id());
  }

  /** An empty object. */
  default ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The addresses of the results. */
  default ArrayNode resultUrls(Snapshot task) {
    ArrayNode urls = JsonNodeFactory.instance.arrayNode();
    task.fileUrls().forEach(urls::add);
    return urls;
  }

  /** The body of a callback; its {@code data} is still to be filled. */
  default ObjectNode envelope(int code, String message) {
    return object().put("code", code).put("msg", message);
  }
}
