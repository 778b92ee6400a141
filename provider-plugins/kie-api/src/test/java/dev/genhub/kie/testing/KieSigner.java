package dev.genhub.kie.testing;

import dev.genhub.spi.CallbackRequest;
import dev.genhub.testkit.CallbackSigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Base64 of HMAC-SHA256 of task id, full stop and Unix seconds (docs.kie.ai, common-api). */
public final class KieSigner implements CallbackSigner {

  private static final Pattern TASK_ID = Pattern.compile("\"task_?[iI]d\"\\s*:\\s*\"([^\"]+)\"");

  @Override
  public CallbackRequest sign(CallbackRequest unsigned, String secret, Instant at) {
    Matcher taskId = TASK_ID.matcher(unsigned.body().replace("\\\"", "\""));
    String task = taskId.find() ? taskId.group(1) : "";
    String time = String.valueOf(at.getEpochSecond());
    Map<String, List<String>> headers = new HashMap<>(unsigned.headers());
    headers.put("x-webhook-timestamp", List.of(time));
    headers.put("x-webhook-signature", List.of(hmac(secret, task + "." + time)));
    return new CallbackRequest(headers, unsigned.body());
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
