package dev.genhub.engine.apptoken;

import dev.genhub.engine.security.AppTokenLookup;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a token is made of: 256 random bits. Nobody finds these by trying, so that SHA-256 hides
 * them as well as a slow hash would, and a call costs no time.
 */
final class AppTokenSecret {

  private static final int BYTES = 32;

  private AppTokenSecret() {}

  static String generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return AppTokenLookup.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
