package dev.genhub.spi.json;

/** Says that a text is not JSON, and where. */
public final class JsonSyntaxException extends RuntimeException {

  JsonSyntaxException(String what, int position) {
    super(what + " at character " + position);
  }
}
