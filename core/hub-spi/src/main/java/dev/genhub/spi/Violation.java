package dev.genhub.spi;

import java.util.Objects;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request body, for example {@code
 *     /parameters/strength}
 * @param detail what is wrong, the value and what is allowed
 */
public record Violation(String pointer, String detail) {

  public Violation {
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(detail, "detail");
  }
}
