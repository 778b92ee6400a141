package dev.genhub.kie.veo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CallBody;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.ParentTask;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user may order the same version of a clip again; the hub takes each task id only once. */
class VersionOrderedTwiceTest {

  private static final Instant FIRST = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant NEXT = FIRST.plusNanos(1_000);

  private final ProviderAdapter veo =
      new VeoPlugin()
          .adapter(
              new ProviderSettings(Map.of("base-url", "https://api.kie.ai", "dialect", "live")));

  private static GenerationRequest order(String resolution, Instant at) {
    ParentTask clip =
        new ParentTask("v1", "veo3_fast", "text2video", Json.object().build(), List.of());
    return new GenerationRequest(
        "veo3_fast",
        "upscale_video",
        "",
        Json.object().put("resolution", resolution).build(),
        Optional.of(clip),
        at);
  }

  private String taskId(String resolution, Instant at) {
    String atWork =
        resolution.equals("4k")
            ? "{\"code\": 422, \"msg\": \"4k is processing.\", \"data\": {\"taskId\": \"v1\"}}"
            : "{\"code\": 400, \"msg\": \"1080P is processing.\", \"data\": null}";
    SubmitOutcome outcome =
        veo.submit().interpret(order(resolution, at), new HttpReply(200, Map.of(), atWork));
    assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
    return ((SubmitOutcome.Accepted) outcome).taskId();
  }

  private String clipAskedFor(String taskId) {
    HttpCall call =
        veo.status()
            .orElseThrow()
            .describe(
                new TaskRef(taskId, "veo3_fast", "upscale_video"),
                new CallContext(FIRST, "key", Optional.empty()));
    return call.body() instanceof CallBody.JsonText body
        ? Json.parse(body.text()).at("taskId").text().orElseThrow()
        : call.uri().getQuery().replace("taskId=", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1080p", "4k"})
  void eachOrderIsATaskOfItsOwnThatReadsTheSameClip(String resolution) {
    String first = taskId(resolution, FIRST);
    String next = taskId(resolution, NEXT);

    assertThat(next).isNotEqualTo(first);
    assertThat(clipAskedFor(first)).isEqualTo("v1");
    assertThat(clipAskedFor(next)).isEqualTo("v1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1080p", "4k"})
  void anOrderThatIsSentAgainIsTheSameTask(String resolution) {
    assertThat(taskId(resolution, FIRST)).isEqualTo(taskId(resolution, FIRST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1080p", "4k"})
  void aTaskWithoutItsMomentIsStillFollowed(String resolution) {
    assertThat(clipAskedFor(resolution + ":v1")).isEqualTo("v1");
  }
}
