package dev.genhub.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CallBody;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.CancelOutcome;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.Resend;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicateAdapterTest {

  private static final TaskRef TASK =
      new TaskRef("p1", "black-forest-labs/flux-schnell", "text2img");

  private final ProviderAdapter replicate =
      new ReplicatePlugin()
          .adapter(new ProviderSettings(Map.of("base-url", "https://api.replicate.com/v1")));
  private final HttpOperation<TaskRef, CancelOutcome> cancel = replicate.cancel().orElseThrow();

  private static CallContext context(String callback) {
    return new CallContext(Instant.EPOCH, "key-1", Optional.of(URI.create(callback)));
  }

  /** Replicate would refuse the whole request for it. */
  @Test
  void anAddressThatIsNotHttpsIsNotPassedOn() {
    GenerationRequest request =
        new GenerationRequest(
            TASK.model(),
            TASK.taskType(),
            "a kite",
            Json.object().build(),
            Optional.empty(),
            Instant.EPOCH);

    CallBody body =
        replicate.submit().describe(request, context("http://localhost:8080/callback")).body();

    assertThat(((CallBody.JsonText) body).text()).isEqualTo("{\"input\":{\"prompt\":\"a kite\"}}");
  }

  @Test
  void aCancelMayBeRepeated() {
    assertThat(cancel.describe(TASK, context("https://hub.example/callback")))
        .satisfies(
            call -> {
              assertThat(call.uri())
                  .hasToString("https://api.replicate.com/v1/predictions/p1/cancel");
              assertThat(call.resend()).isEqualTo(Resend.SAFE);
            });
  }

  @ParameterizedTest
  @CsvSource({"200, DONE", "202, DONE", "404, REFUSED", "429, UNAVAILABLE", "503, UNAVAILABLE"})
  void whatBecameOfACancelIsTold(int status, CancelOutcome outcome) {
    assertThat(cancel.interpret(TASK, new HttpReply(status, Map.of(), "{}"))).isEqualTo(outcome);
  }
}
