package dev.genhub.spi;

import java.util.Objects;

/** The body of a call. */
public sealed interface CallBody {

  /** No body. */
  record Empty() implements CallBody {}

  /**
   * A JSON document.
   *
   * @param text the exact text that is sent
   */
  record JsonText(String text) implements CallBody {
    public JsonText {
      Objects.requireNonNull(text, "text");
    }
  }
}
