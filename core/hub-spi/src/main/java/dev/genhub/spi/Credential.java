package dev.genhub.spi;

import java.util.Objects;

/**
 * How the user's key goes into a call. The adapter names the place, the hub puts the key there at
 * the last moment.
 */
public sealed interface Credential {

  /** The call carries no key. */
  record Anonymous() implements Credential {}

  /**
   * The key stands in a header.
   *
   * @param header the header's name
   * @param prefix what stands before the key, with its space, or an empty text
   */
  record KeyHeader(String header, String prefix) implements Credential {
    public KeyHeader {
      Objects.requireNonNull(header, "header");
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /** {@code Authorization: Bearer <key>} (RFC 6750). */
  static Credential bearer() {
    return new KeyHeader("Authorization", "Bearer ");
  }

  /** No key. */
  static Credential none() {
    return new Anonymous();
  }
}
