package dev.genhub.kie;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SignatureVerdict;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
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
 * KIE.AI's callbacks (docs.kie.ai, webhook verification). The signature covers the task id and the
 * time, never the body, so that a callback is only a hint to look at the task.
 */
final class KieCallbacks implements CallbackReader {

  private static final Duration FRESH = Duration.ofMinutes(5);

  @Override
  public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
    Optional<String> key = secrets.find("webhook-hmac-key").filter(text -> !text.isBlank());
    if (key.isEmpty()) {
      return SignatureVerdict.NOT_CONFIGURED;
    }
    String timestamp = request.header("X-Webhook-Timestamp").orElse("");
    String given = request.header("X-Webhook-Signature").orElse("");
    Optional<String> task = taskId(request);
    String expected = sign(key.get(), task.orElse("") + "." + timestamp);
    boolean complete = task.isPresent() && timestamp.matches("\\d{1,12}");
    if (!complete || !equalInConstantTime(given, expected)) {
      return SignatureVerdict.INVALID;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    return age.compareTo(FRESH) > 0 ? SignatureVerdict.STALE : SignatureVerdict.VALID;
  }

  private static String sign(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean equalInConstantTime(String one, String two) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), two.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean bodyIsSigned() {
    return false;
  }

  /** Families put it in four places. */
  @Override
  public Optional<String> taskId(CallbackRequest request) {
    Json body = request.json();
    Json data = body.at("data").unwrapped();
    return Stream.of(data.at("taskId"), data.at("task_id"), body.at("taskId"), body.at("task_id"))
        .flatMap(field -> field.nonBlankText().stream())
        .findFirst();
  }

  /** Never asked for, as the body is not signed. */
  @Override
  public TaskStatus read(CallbackRequest request) {
    return TaskStatus.Running.unmeasured();
  }
}
