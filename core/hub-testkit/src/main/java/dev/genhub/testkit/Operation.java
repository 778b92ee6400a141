package dev.genhub.testkit;

import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be recorded: a folder of exchanges, and what its files must and may hold. */
enum Operation {
  INTAKE("intake", "cases", "input", "outcome", "input"),
  SUBMIT("submit", "input call", "callback cases", "reply outcome", ""),
  STATUS("status", "input call cases", "", "reply outcome", ""),
  CALLBACK("callback", "cases", "", "request outcome", ""),
  KEY_CHECK("key-check", "call cases", "", "reply outcome", "");

  final String folder;
  private final String inFile;
  private final String mayBeInFile;
  private final String inCase;
  private final String mayBeInCase;

  Operation(String folder, String inFile, String mayBeInFile, String inCase, String mayBeInCase) {
    this.folder = folder;
    this.inFile = inFile;
    this.mayBeInFile = mayBeInFile;
    this.inCase = "case " + inCase;
    this.mayBeInCase = mayBeInCase;
  }

  static Optional<Operation> ofFolder(String name) {
    return Stream.of(values()).filter(operation -> operation.folder.equals(name)).findFirst();
  }

  static String folders() {
    return Stream.of(values()).map(operation -> operation.folder).collect(Collectors.joining(", "));
  }

  /** What is wrong with a file; empty when nothing is. */
  Optional<String> problemOfFile(Json file) {
    return problem(file, words(inFile), words(mayBeInFile));
  }

  /** What is wrong with a case; empty when nothing is. */
  Optional<String> problemOfCase(Json recorded) {
    return problem(recorded, words(inCase), words(mayBeInCase));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  private static Optional<String> problem(Json object, List<String> needed, List<String> allowed) {
    if (!object.isObject()) {
      return Optional.of("is not a JSON object");
    }
    for (String name : needed) {
      if (object.at(name).equals(Json.MISSING)) {
        return Optional.of("has no '" + name + "'");
      }
    }
    return object.fields().keySet().stream()
        .filter(name -> !needed.contains(name) && !allowed.contains(name) && !name.equals("about"))
        .findFirst()
        .map(name -> "has '" + name + "', which means nothing here");
  }
}
