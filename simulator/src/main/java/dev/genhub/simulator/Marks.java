package dev.genhub.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in a prompt that ask for a fault, such as {@code [sim:fail]} or {@code [sim:slow=5s]}.
 */
record Marks(Map<String, String> words) {

  private static final Pattern MARK = Pattern.compile("\\[sim:([a-z0-9-]+)(?:=([^\\]]+))?\\]");

  static Marks in(String prompt) {
    Map<String, String> words = new HashMap<>();
    for (Matcher mark = MARK.matcher(prompt); mark.find(); ) {
      words.put(mark.group(1), mark.group(2) == null ? "" : mark.group(2));
    }
    return new Marks(words);
  }

  boolean has(String word) {
    return words.containsKey(word);
  }

  Optional<Duration> duration(String word) {
    return Optional.ofNullable(words.get(word)).map(Durations::parse);
  }
}
