package dev.genhub.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields of a request. */
record Fields(JsonNode body) {

  String text(String name) {
    return body.path(name).asText("");
  }

  double number(String name) {
    return body.path(name).asDouble(0);
  }

  boolean flag(String name) {
    return body.path(name).asBoolean(false);
  }

  boolean has(String name) {
    return body.hasNonNull(name);
  }
}
