package dev.genhub.simulator.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * KIE.AI's signature of a callback (docs.kie.ai, webhook verification): it covers the task's id and
 * the time in seconds, not the body.
 */
record WebhookSignature(String timestamp, String value) {

  private static final String ALGORITHM = "HmacSHA256";

  static WebhookSignature of(String key, String taskId, Instant now) {
    String timestamp = String.valueOf(now.getEpochSecond());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] tag = mac.doFinal((taskId + "." + timestamp).getBytes(StandardCharsets.UTF_8));
      return new WebhookSignature(timestamp, Base64.getEncoder().encodeToString(tag));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As KIE.AI sends it. */
  Map<String, String> headers() {
    return Map.of("X-Webhook-Timestamp", timestamp, "X-Webhook-Signature", value);
  }
}
