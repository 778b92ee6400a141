package dev.genhub.app;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The verbs that routes name. A verb's name in a route is the name of its class with a small first
 * letter: {@code planGeneration} is {@code PlanGeneration}.
 */
final class Verbs {
  private final Map<String, Object> byName = new LinkedHashMap<>();

  Verbs add(Object... verbs) {
    for (Object verb : verbs) {
      requireOneMethod(verb.getClass());
      String type = verb.getClass().getSimpleName();
      add(Character.toLowerCase(type.charAt(0)) + type.substring(1), verb);
    }
    return this;
  }

  /**
   * Camel chooses among all methods of a bean that are not private, by their parameters: with a
   * second one, a route might call that, or none because it cannot decide.
   */
  private static void requireOneMethod(Class<?> type) {
    List<String> methods =
        Stream.of(type.getDeclaredMethods())
            .filter(method -> !method.isSynthetic() && !Modifier.isPrivate(method.getModifiers()))
            .map(Method::getName)
            .toList();
    if (methods.size() != 1) {
      throw new IllegalStateException(
          "the verb " + type.getName() + " must have one method that is not private: " + methods);
    }
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
