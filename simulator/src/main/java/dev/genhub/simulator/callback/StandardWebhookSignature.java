package dev.genhub.simulator.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A signature by the Standard Webhooks specification: of the message's id, time and body. */
final class StandardWebhookSignature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  private StandardWebhookSignature() {}

  /**
   * The headers.
   *
   * @param key {@code whsec_} and base64; any other text is taken as it is
   */
  static Map<String, String> of(String key, String taskId, String body, Instant now) {
    String id = "msg_" + taskId;
    String time = String.valueOf(now.getEpochSecond());
    String signed = id + "." + time + "." + body;
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        time,
        "webhook-signature",
        "v1," + hmac(key, signed));
  }

  private static String hmac(String key, String text) {
    byte[] secret =
        key.startsWith(PREFIX)
            ? Base64.getDecoder().decode(key.substring(PREFIX.length()))
            : key.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
