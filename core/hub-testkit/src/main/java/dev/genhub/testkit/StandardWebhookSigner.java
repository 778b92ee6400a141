package dev.genhub.testkit;

import dev.genhub.spi.CallbackRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs by the Standard Webhooks specification (standardwebhooks.com), for providers that do. */
public final class StandardWebhookSigner implements CallbackSigner {

  private static final String ID = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W";

  @Override
  public CallbackRequest sign(CallbackRequest unsigned, String secret, Instant at) {
    String time = String.valueOf(at.getEpochSecond());
    Map<String, List<String>> headers = new HashMap<>(unsigned.headers());
    headers.put("webhook-id", List.of(ID));
    headers.put("webhook-timestamp", List.of(time));
    String signed = ID + "." + time + "." + unsigned.body();
    headers.put("webhook-signature", List.of("v1," + hmac(secret, signed)));
    return new CallbackRequest(headers, unsigned.body());
  }

  private static String hmac(String secret, String text) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String secret() {
    return "whsec_dGVzdGtpdC1zZWNyZXQtNGYxZDBjNmE=";
  }
}
