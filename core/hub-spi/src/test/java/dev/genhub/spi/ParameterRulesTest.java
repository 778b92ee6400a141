package dev.genhub.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterRulesTest {

  private static final ModelSpec MODEL =
      new ModelSpec(
          "acme-1",
          List.of(),
          ContentType.IMAGE,
          List.of("text2img", "img2img"),
          Json.parse(
              """
              {"properties": {
                "imageUrl": {"type": "string",
                  "x-taskTypes": ["img2img"], "x-requiredFor": ["img2img"]},
                "strength": {"type": "number", "default": 0.8, "x-taskTypes": ["img2img"]},
                "size": {"type": "string"}
              }}"""),
          Json.object().build(),
          Duration.ofSeconds(1),
          Optional.empty());

  @Test
  void aParameterIsRefusedByTasksThatDoNotTakeIt() {
    assertThat(check("text2img", "{\"strength\": 0.5}"))
        .containsExactly(
            new Violation(
                "/parameters/strength", "'strength' is not taken by text2img, only by img2img"));
  }

  @Test
  void theDefaultIsNoStatement() {
    assertThat(check("text2img", "{\"strength\": 0.80, \"size\": \"large\"}")).isEmpty();
  }

  @Test
  void aTaskDemandsWhatItCannotDoWithout() {
    assertThat(check("img2img", "{\"strength\": 0.5}"))
        .containsExactly(
            new Violation("/parameters/imageUrl", "'imageUrl' is required for img2img"));
    assertThat(check("img2img", "{\"imageUrl\": \"https://files.example/1.png\"}")).isEmpty();
  }

  private static List<Violation> check(String taskType, String parameters) {
    return ParameterRules.check(
        MODEL,
        new GenerationRequest(
            "acme-1", taskType, "a cat", Json.parse(parameters), Optional.empty(), Instant.EPOCH));
  }
}
