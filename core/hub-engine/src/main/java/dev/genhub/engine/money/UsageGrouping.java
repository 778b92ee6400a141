package dev.genhub.engine.money;

import java.util.Arrays;
import java.util.Optional;

/** What usage is added up by. */
enum UsageGrouping {
  DAY("day", "to_char(day, 'YYYY-MM-DD')"),
  /** Qualified with its provider, as the same name may mean different models of two providers. */
  MODEL("model", "provider || '/' || model"),
  PROVIDER("provider", "provider"),
  CONTENT_TYPE("contentType", "content_type");

  private final String word;
  private final String sql;

  UsageGrouping(String word, String sql) {
    this.word = word;
    this.sql = sql;
  }

  /** The expression that gives a row's key. */
  String sql() {
    return sql;
  }

  /** The grouping of a word of the API. */
  static Optional<UsageGrouping> of(String word) {
    return Arrays.stream(values()).filter(grouping -> grouping.word.equals(word)).findFirst();
  }

  /** All words of the API, for messages. */
  static String words() {
    return String.join(", ", Arrays.stream(values()).map(grouping -> grouping.word).toList());
  }
}
