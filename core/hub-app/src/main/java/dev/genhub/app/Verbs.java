package dev.genhub.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The verbs that routes name. A verb's name in a route is the name of its class with a small first
 * letter: {@code planGeneration} is {@code PlanGeneration}.
 */
final class Verbs {
  private final Map<String, Object> byName = new LinkedHashMap<>();

  Verbs add(Object... verbs) {
    for (Object verb : verbs) {
      String type = verb.getClass().getSimpleName();
      add(Character.toLowerCase(type.charAt(0)) + type.substring(1), verb);
    }
    return this;
  }

  /** For a thing of a route that is not a verb, or one verb under two names. */
  Verbs add(String name, Object verb) {
    if (byName.putIfAbsent(name, verb) != null) {
      throw new IllegalStateException("two verbs are called '" + name + "'");
    }
    return this;
  }

  Map<String, Object> byName() {
    return Collections.unmodifiableMap(byName);
  }
}
