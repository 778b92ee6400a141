package dev.genhub.engine.store;

import java.util.Optional;

/** Makes what providers say fit into columns, so that no word of theirs can stop a settlement. */
public final class StorableText {

  private StorableText() {}

  /** The text without U+0000, which PostgreSQL does not take. */
  public static String of(String text) {
    return text.replace('\u0000', '\uFFFD');
  }

  /** The text if it fits into a column of that many characters; half a name would name another. */
  public static Optional<String> within(int most, String text) {
    String storable = of(text);
    return storable.codePointCount(0, storable.length()) <= most
        ? Optional.of(storable)
        : Optional.empty();
  }
}
