package dev.genhub.testkit;

import dev.genhub.spi.json.Json;
import dev.genhub.spi.json.JsonSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A recorded conversation.
 *
 * @param name folder and file
 * @param content the file
 * @param cases the answers, with names that are unique in the file
 */
record Exchange(Operation operation, String name, Json content, List<Case> cases) {

  /** One answer, or one request of an intake or callback. */
  record Case(String name, Json content) {

    Json outcome() {
      return content.at("outcome");
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it lacks something; the message says what
   */
  static Exchange parse(Operation operation, String name, String text) {
    Json content;
    try {
      content = Json.parse(text);
    } catch (JsonSyntaxException notJson) {
      throw new IllegalArgumentException("is not JSON: " + notJson.getMessage(), notJson);
    }
    refuse("the file", operation.problemOfFile(content));
    List<Case> cases = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Json item : content.at("cases").items()) {
      String caseName = item.at("case").text().orElse("without a name");
      refuse("case '" + caseName + "'", operation.problemOfCase(item));
      if (!names.add(caseName)) {
        throw new IllegalArgumentException("there are two cases '" + caseName + "'");
      }
      cases.add(new Case(caseName, item));
    }
    if (cases.isEmpty() && !content.at("cases").equals(Json.MISSING)) {
      throw new IllegalArgumentException("'cases' is empty");
    }
    return new Exchange(operation, name, content, List.copyOf(cases));
  }

  private static void refuse(String what, Optional<String> problem) {
    if (problem.isPresent()) {
      throw new IllegalArgumentException(what + " " + problem.get());
    }
  }

  Json input() {
    return content.at("input");
  }

  /** The input of a case: what all share, with what the case changes laid over it. */
  Json input(Case of) {
    Json own = of.content().at("input");
    Json parameters = input().at("parameters").merged(own.at("parameters"));
    Json merged = input().merged(own);
    return parameters.fields().isEmpty()
        ? merged
        : merged.merged(Json.object().put("parameters", parameters).build());
  }

  Json call() {
    return content.at("call");
  }

  /** Whether the call is described with a callback address. */
  boolean withCallback() {
    return content.at("callback").flag().orElse(true);
  }
}
