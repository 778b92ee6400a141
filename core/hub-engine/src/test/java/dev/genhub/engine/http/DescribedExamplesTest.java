package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the document is one that the document itself allows. */
class DescribedExamplesTest {

  /**
   * An example and the schema that it is an example of.
   *
   * @param place a JSON Pointer into the document
   */
  record Example(String place, JsonNode schema, JsonNode value) {
    @Override
    public String toString() {
      return place;
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsValidByItsSchema(Example example) {
    assertThat(DescribedSchemas.errors(example.schema(), example.value())).isEmpty();
  }

  @Test
  void aMistakeInAnExampleIsFound() {
    JsonNode generation = DescribedSchemas.schema("Generation");
    JsonNode misspelt = generation.at("/examples/0/cost").deepCopy();

    assertThat(DescribedSchemas.errors(generation, misspelt)).isNotEmpty();
  }

  @Test
  void theExampleOfACursorIsOneThatListsTake() {
    String cursor = DescribedSchemas.DOCUMENT.at("/components/parameters/Cursor/example").asText();

    assertThat(Paging.of(TestRequests.withQuery("cursor", cursor)).before()).isPresent();
  }

  static Stream<Example> examples() {
    List<Example> examples = new ArrayList<>();
    collect("", DescribedSchemas.DOCUMENT, examples);
    return examples.stream();
  }

  /**
   * Schemas have a list of examples; media types, parameters and headers have named ones or one.
   */
  private static void collect(String place, JsonNode node, List<Example> into) {
    JsonNode schema = node.path("schema");
    if (node.path("examples").isArray()) {
      node.get("examples").forEach(it -> into.add(new Example(place + "/examples", node, it)));
    } else if (schema.isObject() && node.has("example")) {
      into.add(new Example(place + "/example", schema, node.get("example")));
    } else if (schema.isObject()) {
      node.path("examples")
          .properties()
          .forEach(
              it ->
                  into.add(
                      new Example(
                          place + "/examples/" + it.getKey(),
                          schema,
                          DescribedOperations.follow(it.getValue()).path("value"))));
    }
    node.properties().stream()
        .filter(it -> !it.getKey().equals("example") && !it.getKey().equals("examples"))
        .forEach(it -> collect(place + "/" + it.getKey().replace("/", "~1"), it.getValue(), into));
  }
}
