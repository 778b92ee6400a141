package dev.genhub.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpReplyTest {

  @Test
  void aBodyThatIsNotJsonIsMissingJson() {
    assertThat(new HttpReply(502, Map.of(), "<html>bad gateway</html>").json())
        .isEqualTo(Json.MISSING);
  }

  @Test
  void retryAfterIsReadInSecondsOnly() {
    assertThat(reply("17").retryAfter()).contains(Duration.ofSeconds(17));
    assertThat(reply("Wed, 21 Oct 2026 07:28:00 GMT").retryAfter()).isEmpty();
    assertThat(reply("-1").retryAfter()).isEmpty();
  }

  private static HttpReply reply(String retryAfter) {
    return new HttpReply(429, Map.of("retry-after", List.of(retryAfter)), "");
  }
}
