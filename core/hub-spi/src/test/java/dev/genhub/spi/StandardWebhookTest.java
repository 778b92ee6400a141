package dev.genhub.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the values of the specification's own example. */
class StandardWebhookTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final Instant SENT = Instant.ofEpochSecond(1614265330);

  private static CallbackRequest request(String signature, String body) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("webhook-id", List.of("msg_p5jXN8AQM9LWM0D4loKWxJek"));
    headers.put("webhook-timestamp", List.of(String.valueOf(SENT.getEpochSecond())));
    headers.put("webhook-signature", List.of(signature));
    return new CallbackRequest(headers, body);
  }

  private static SignatureVerdict verdict(CallbackRequest request, String secret, Instant now) {
    return StandardWebhook.verify(request, Optional.of(secret), now);
  }

  @Test
  void theExampleOfTheSpecificationIsValid() {
    assertThat(verdict(request(SIGNATURE, BODY), SECRET, SENT)).isEqualTo(SignatureVerdict.VALID);
  }

  @Test
  void oneOfSeveralSignaturesSuffices() {
    String both = "v1,AAAA v1a,BBBB " + SIGNATURE;

    assertThat(verdict(request(both, BODY), SECRET, SENT)).isEqualTo(SignatureVerdict.VALID);
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, 86_400})
  void anOldOrAnEarlyOneIsStale(long seconds) {
    assertThat(verdict(request(SIGNATURE, BODY), SECRET, SENT.plusSeconds(seconds)))
        .isEqualTo(SignatureVerdict.STALE);
  }

  @Test
  void anotherBodyIsInvalid() {
    assertThat(verdict(request(SIGNATURE, BODY + " "), SECRET, SENT))
        .isEqualTo(SignatureVerdict.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whsec_", "no base64!", "whsec_AAAA"})
  void anEmptySignatureIsNeverRight(String secret) {
    assertThat(verdict(request("v1,", BODY), secret, SENT)).isEqualTo(SignatureVerdict.INVALID);
  }

  @Test
  void withoutASecretThereIsNothingToCheck() {
    assertThat(StandardWebhook.verify(request(SIGNATURE, BODY), Optional.of(" "), SENT))
        .isEqualTo(SignatureVerdict.NOT_CONFIGURED);
  }
}
