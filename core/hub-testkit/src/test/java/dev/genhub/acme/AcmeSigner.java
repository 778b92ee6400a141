package dev.genhub.acme;

import dev.genhub.spi.CallbackRequest;
import dev.genhub.testkit.CallbackSigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs like Acme: hexadecimal HMAC-SHA256 of time, full stop and body. */
public final class AcmeSigner implements CallbackSigner {

  @Override
  public CallbackRequest sign(CallbackRequest unsigned, String secret, Instant at) {
    String time = String.valueOf(at.getEpochSecond());
    Map<String, List<String>> headers = new HashMap<>(unsigned.headers());
    headers.put("acme-time", List.of(time));
    headers.put("acme-signature", List.of(sign(secret, time + "." + unsigned.body())));
    return new CallbackRequest(headers, unsigned.body());
  }

  static String sign(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
