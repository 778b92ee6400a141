package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.engine.http.DescribedOperations.Described;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the standard does not demand, and integrators count on. */
class OpenApiDocumentTest {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final String SECURITY = "#/components/securitySchemes/";
  private static final JsonNode DOCUMENT = DescribedSchemas.DOCUMENT;

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(references()).isNotEmpty().allSatisfy(OpenApiDocumentTest::assertResolves);
  }

  @Test
  void everyComponentIsUsed() {
    Set<String> used = references();
    used.addAll(securityNames().map(SECURITY::concat).toList());

    assertThat(used).containsAll(components());
  }

  @ParameterizedTest
  @MethodSource("dev.genhub.engine.http.DescribedOperations#all")
  void anOperationSaysWhatItIsForAndStandsUnderOneOfTheTags(Described operation) {
    assertThat(operation.node().path("operationId").asText()).matches("[a-z]+([A-Z][a-z]+)+");
    assertThat(operation.node().path("summary").asText()).isNotBlank().doesNotEndWith(".");
    assertThat(operation.node().path("description").asText()).endsWith(".");
    assertThat(DOCUMENT.path("tags").findValuesAsText("name"))
        .contains(operation.node().at("/tags/0").asText());
  }

  @ParameterizedTest
  @MethodSource("dev.genhub.engine.http.DescribedOperations#all")
  void theVariablePartsOfAPathAreItsPathParameters(Described operation) {
    Set<String> parts =
        VARIABLE
            .matcher(operation.path())
            .results()
            .map(it -> it.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described =
        operation.parameters().stream()
            .filter(it -> it.path("in").asText().equals("path"))
            .map(it -> it.path("name").asText())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described).isEqualTo(parts);
  }

  @ParameterizedTest
  @MethodSource("dev.genhub.engine.http.DescribedOperations#all")
  void anOperationTellsTheProblemsThatComeWithWhatItTakes(Described operation) {
    Set<String> statuses = operation.responses().keySet();

    assertThat(statuses).contains("default");
    if (operation.authenticated()) {
      assertThat(statuses).contains("401", "503");
    }
    if (operation.node().has("requestBody")) {
      assertThat(statuses).contains("413", "415");
    }
    if (operation.path().contains("{")) {
      assertThat(statuses).contains("404");
    }
  }

  @Test
  void everyWayToSayWhoIsCallingIsDescribed() {
    assertThat(components()).containsAll(securityNames().map(SECURITY::concat).toList());
  }

  @Test
  void onlyWhatNoUserCallsIsOpenWithoutAToken() {
    assertThat(DescribedOperations.all().filter(it -> !it.authenticated()).map(Described::path))
        .containsExactlyInAnyOrder(
            "/v1/callbacks/{provider}/{token}",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/openapi.json");
  }

  @Test
  void everySchemaIsShownByAnExample() {
    DOCUMENT
        .at("/components/schemas")
        .properties()
        .forEach(
            schema ->
                assertThat(schema.getValue().path("examples")).as(schema.getKey()).isNotEmpty());
  }

  private static Set<String> references() {
    Set<String> references = new TreeSet<>();
    Matcher found = Pattern.compile("\"\\$ref\":\"([^\"]+)\"").matcher(DOCUMENT.toString());
    while (found.find()) {
      references.add(found.group(1));
    }
    return references;
  }

  private static List<String> components() {
    return DOCUMENT.get("components").properties().stream()
        .flatMap(
            section ->
                names(section.getValue()).map(it -> "#/components/" + section.getKey() + "/" + it))
        .toList();
  }

  /** Of all the ways in which a caller may say who it is. */
  private static Stream<String> securityNames() {
    return StreamSupport.stream(DOCUMENT.path("security").spliterator(), false)
        .flatMap(OpenApiDocumentTest::names);
  }

  private static Stream<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey);
  }

  private static void assertResolves(String reference) {
    assertThat(reference).startsWith("#/");
    assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
  }
}
