package dev.genhub.simulator.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of a request; a field that is absent or null reads as empty text, 0 or false. */
public record Fields(ObjectNode body) {

  /** A text, or empty. */
  public String text(String name) {
    return body.path(name).asText("");
  }

  /** A text, or another one when there is none. */
  public String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  /** A number, or 0. */
  public double number(String name) {
    return body.path(name).asDouble(0);
  }

  /** A flag, or false. */
  public boolean flag(String name) {
    return body.path(name).asBoolean(false);
  }

  /** The fields of an object in a field; none when it is absent. */
  public Fields object(String name) {
    return new Fields(body.path(name) instanceof ObjectNode inner ? inner : body.objectNode());
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return body.hasNonNull(name);
  }

  /** How many items an array has; 0 when it is absent. */
  public int size(String name) {
    return body.path(name).size();
  }
}
