package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.engine.http.DescribedOperations.Described;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.Violation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems are described as the hub answers them, all of them. */
class DescribedProblemsTest {

  private static final String PROBLEM = "application/problem+json";

  @Test
  void theCodesOfProblemsAreAllThatThereAre() {
    assertThat(words(DescribedSchemas.schema("ErrorCode").path("enum")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ErrorCode.values()).map(ErrorCode::code).toList());
  }

  @Test
  void theCodesOfFailedGenerationsAreAllThatThereAre() {
    assertThat(words(DescribedSchemas.schema("GenerationErrorCode").path("enum")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(FailureKind.values()).map(FailureKind::code).toList());
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void aCodeIsExplainedWithItsStatus(ErrorCode code) {
    assertThat(DescribedSchemas.schema("ErrorCode").path("description").asText())
        .contains(String.format(Locale.ROOT, "| `%s` | %d |", code.code(), code.status()));
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void aProblemOfEveryCodeIsAsDescribed(ErrorCode code) {
    DescribedSchemas.assertDescribed(
        "Problem", ProblemBody.of(ApiProblem.of(code, "what is wrong"), "request-1"));
  }

  @Test
  void aProblemWithViolationsIsAsDescribed() {
    ApiProblem problem = ApiProblem.invalid(List.of(new Violation("/prompt", "is too long")));

    DescribedSchemas.assertDescribed("Problem", ProblemBody.of(problem, "request-1"));
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyCodeHasAnExampleWithItsOwnTitleAndStatus(ErrorCode code) {
    List<JsonNode> ofCode =
        DescribedOperations.all()
            .flatMap(it -> it.responses().values().stream())
            .flatMap(DescribedProblemsTest::examples)
            .filter(it -> it.path("code").asText().equals(code.code()))
            .toList();

    assertThat(ofCode)
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.path("title").asText()).isEqualTo(code.title());
              assertThat(it.path("status").asInt()).isEqualTo(code.status());
              assertThat(it.has("errors")).isEqualTo(code == ErrorCode.VALIDATION_FAILED);
            });
  }

  @ParameterizedTest
  @MethodSource("dev.genhub.engine.http.DescribedOperations#all")
  void theExamplesOfAStatusAreProblemsOfThatStatus(Described operation) {
    operation
        .responses()
        .forEach(
            (status, response) -> {
              if (!status.equals("default")) {
                assertThat(examples(response).map(it -> it.path("status").asText()))
                    .as(status)
                    .allMatch(status::equals);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("dev.genhub.engine.http.DescribedOperations#all")
  void anAnswerThatSaysLaterAlsoSaysWhen(Described operation) {
    operation.responses().entrySet().stream()
        .filter(it -> it.getKey().equals("429") || it.getKey().equals("503"))
        .filter(it -> it.getValue().path("content").has(PROBLEM))
        .forEach(it -> assertThat(it.getValue().path("headers").has("Retry-After")).isTrue());
  }

  private static Stream<JsonNode> examples(JsonNode response) {
    return response.path("content").path(PROBLEM).path("examples").properties().stream()
        .map(it -> DescribedOperations.follow(it.getValue()).path("value"));
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
