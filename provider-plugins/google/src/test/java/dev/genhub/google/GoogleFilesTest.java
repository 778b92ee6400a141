package dev.genhub.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CancelOutcome;
import dev.genhub.spi.Credential;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.TaskRef;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleFilesTest {

  private static ProviderAdapter google(String baseUrl) {
    return new GooglePlugin().adapter(new ProviderSettings(Map.of("base-url", baseUrl)));
  }

  @ParameterizedTest
  @CsvSource({
    "files/abc, files/abc:download?alt=media",
    "files/abc:download?alt=media, files/abc:download?alt=media",
    "files/abc:download, files/abc:download?alt=media",
    "media/abc?v=1, media/abc?v=1&alt=media",
  })
  void aFileIsDownloadedWithTheKey(String named, String fetched) {
    String base = "https://generativelanguage.googleapis.com/v1beta/";

    HttpCall call = google("https://proxy.example/google").fetch(URI.create(base + named));

    assertThat(call.uri()).hasToString(base + fetched);
    assertThat(call.credential()).isEqualTo(new Credential.KeyHeader("x-goog-api-key", ""));
  }

  @ParameterizedTest
  @CsvSource({"200, DONE", "400, REFUSED", "404, REFUSED", "429, UNAVAILABLE", "503, UNAVAILABLE"})
  void whatBecameOfACancelIsTold(int status, CancelOutcome outcome) {
    TaskRef task = new TaskRef("int_1", "lyria-3.5", "text2music");

    assertThat(
            google("https://proxy.example")
                .cancel()
                .orElseThrow()
                .interpret(task, new HttpReply(status, Map.of(), "{}")))
        .isEqualTo(outcome);
  }

  @Test
  void aCancelNamesTheInteraction() {
    TaskRef task = new TaskRef("a/b", "lyria-3.5", "text2music");

    assertThat(google("https://proxy.example").cancel().orElseThrow().describe(task, null).uri())
        .hasToString("https://proxy.example/interactions/a%2Fb/cancel");
  }
}
