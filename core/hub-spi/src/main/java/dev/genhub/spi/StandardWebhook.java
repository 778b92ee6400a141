package dev.genhub.spi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The check of a callback that is signed by the Standard Webhooks specification
 * (standardwebhooks.com, 1.0): the headers {@code webhook-id}, {@code webhook-timestamp} and {@code
 * webhook-signature}, and HMAC-SHA256 over id, time and body. The signature covers the body.
 */
public final class StandardWebhook {

  /** What the specification's own libraries allow, to both sides. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private StandardWebhook() {}

  /**
   * Checks a callback, in constant time.
   *
   * @param secret {@code whsec_} and base64, or base64 alone; empty when the operator set none
   */
  public static SignatureVerdict verify(
      CallbackRequest request, Optional<String> secret, Instant now) {
    Optional<String> set = secret.filter(text -> !text.isBlank());
    if (set.isEmpty()) {
      return SignatureVerdict.NOT_CONFIGURED;
    }
    String id = request.header("webhook-id").orElse("");
    String time = request.header("webhook-timestamp").orElse("");
    String given = request.header("webhook-signature").orElse("");
    if (id.isEmpty() || !time.matches("\\d{1,12}") || given.isEmpty()) {
      return SignatureVerdict.INVALID;
    }
    byte[] key = key(set.get());
    if (key.length == 0 || !isAmong(sign(key, id + "." + time + "." + request.body()), given)) {
      return SignatureVerdict.INVALID;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now).abs();
    return age.compareTo(TOLERANCE) > 0 ? SignatureVerdict.STALE : SignatureVerdict.VALID;
  }

  /** While a secret is changed there are several signatures, with spaces between them. */
  private static boolean isAmong(byte[] right, String given) {
    return Stream.of(given.split(" ", -1))
        .filter(signature -> signature.startsWith("v1,"))
        .map(signature -> decoded(signature.substring("v1,".length())))
        .map(signature -> MessageDigest.isEqual(right, signature))
        .reduce(false, Boolean::logicalOr);
  }

  private static byte[] key(String secret) {
    return decoded(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
  }

  private static byte[] sign(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Nothing for what is no base64. */
  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
