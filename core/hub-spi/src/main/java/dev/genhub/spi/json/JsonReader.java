package dev.genhub.spi.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strict reader of RFC 8259 with a bound on depth. One text, one use. */
final class JsonReader {

  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 100;

  private final String text;
  private int position;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  Json document() {
    skipSpace();
    Json value = value();
    skipSpace();
    if (position < text.length()) {
      throw problem("unexpected text after the value");
    }
    return value;
  }

  private Json value() {
    char c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> Json.of(string());
      case 't' -> word("true", Json.of(true));
      case 'f' -> word("false", Json.of(false));
      case 'n' -> word("null", Json.NULL);
      default -> number();
    };
  }

  private Json object() {
    descend();
    Map<String, Json> fields = new LinkedHashMap<>();
    position++;
    skipSpace();
    if (peek() != '}') {
      do {
        skipSpace();
        String name = string();
        skipSpace();
        expect(':');
        skipSpace();
        fields.put(name, value());
        skipSpace();
      } while (more('}'));
    } else {
      position++;
    }
    depth--;
    return Json.object(fields);
  }

  private Json array() {
    descend();
    List<Json> items = new ArrayList<>();
    position++;
    skipSpace();
    if (peek() != ']') {
      do {
        skipSpace();
        items.add(value());
        skipSpace();
      } while (more(']'));
    } else {
      position++;
    }
    depth--;
    return Json.array(items);
  }

  private boolean more(char end) {
    char c = next();
    if (c == end) {
      return false;
    }
    if (c != ',') {
      throw problem("expected ',' or '" + end + "'");
    }
    return true;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c < 0x20) {
        throw problem("control character in a string");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    return out.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw problem("unknown escape '\\" + c + "'");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw problem("bad \\u escape");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, position)) {
      throw problem("unknown word");
    }
    position += word.length();
    return value;
  }

  private Json number() {
    int start = position;
    while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    String figure = text.substring(start, position);
    if (figure.length() > LONGEST_NUMBER
        || !figure.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
      throw problem("not a JSON value");
    }
    return Json.of(new BigDecimal(figure));
  }

  private void descend() {
    if (++depth > DEEPEST) {
      throw problem("deeper than " + DEEPEST + " levels");
    }
  }

  private void skipSpace() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private char peek() {
    if (position >= text.length()) {
      throw problem("the text ends too early");
    }
    return text.charAt(position);
  }

  private char next() {
    char c = peek();
    position++;
    return c;
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw problem("expected '" + wanted + "'");
    }
  }

  private JsonSyntaxException problem(String what) {
    return new JsonSyntaxException(what, position);
  }
}
