package dev.genhub.engine.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, 14.1.2).
 *
 * @param from the first byte
 * @param length how many bytes
 */
record ByteRange(long from, long length) {

  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** What a {@code Range} header asks of a file. */
  sealed interface Asked {

    /** The whole file: there is no header, or one that may be ignored. */
    record Whole() implements Asked {}

    /** A part. */
    record Part(ByteRange range) implements Asked {}

    /** Nothing that the file has. */
    record Unsatisfiable() implements Asked {}
  }

  static Asked asked(Optional<String> header, long size) {
    Matcher single = SINGLE.matcher(header.orElse(""));
    if (!single.matches() || (single.group(1).isEmpty() && single.group(2).isEmpty())) {
      return new Asked.Whole();
    }
    if (single.group(1).isEmpty()) {
      long last = Math.min(size, Long.parseLong(single.group(2)));
      return last == 0
          ? new Asked.Unsatisfiable()
          : new Asked.Part(new ByteRange(size - last, last));
    }
    long from = Long.parseLong(single.group(1));
    long end = single.group(2).isEmpty() ? size - 1 : Long.parseLong(single.group(2));
    if (from >= size) {
      return new Asked.Unsatisfiable();
    }
    return end < from
        ? new Asked.Whole()
        : new Asked.Part(new ByteRange(from, Math.min(end, size - 1) - from + 1));
  }
}
