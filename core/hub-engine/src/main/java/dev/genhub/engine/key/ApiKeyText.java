package dev.genhub.engine.key;

import dev.genhub.engine.http.ApiProblem;

/** What a provider's key may look like: it must fit into a header, and cannot smuggle another. */
final class ApiKeyText {

  private ApiKeyText() {}

  static String require(String apiKey) {
    if (!apiKey.matches("[\\x21-\\x7e]+")) {
      throw ApiProblem.invalid(
          "/apiKey", "has a character that no header takes; visible ASCII characters are allowed");
    }
    return apiKey;
  }
}
