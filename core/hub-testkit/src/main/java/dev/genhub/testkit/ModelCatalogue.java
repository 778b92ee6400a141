package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What users see of a model before they use it. */
final class ModelCatalogue {

  private static final Duration LONGEST = Duration.ofHours(1);

  private final Subject subject;

  ModelCatalogue(Subject subject) {
    this.subject = subject;
  }

  Stream<DynamicTest> tests() {
    Sentences sentences = new Sentences();
    sentences.add("there are models, the same at every call", this::sameModels);
    sentences.add("every name means one model", this::uniqueNames);
    for (ModelSpec model : subject.models()) {
      String id = model.id() + ": ";
      sentences.add(id + "its task types are words of the API", () -> taskTypes(model));
      sentences.add(id + "its schema is a JSON Schema 2020-12", () -> validSchema(model));
      sentences.add(id + "its schema is closed", () -> closedSchema(model));
      sentences.add(id + "every parameter says what it takes", () -> typedParameters(model));
      sentences.add(id + "its defaults fit their own parameters", () -> defaults(model));
      sentences.add(id + "its annotations name its own task types", () -> annotations(model));
      sentences.add(id + "its price list has a date and a source", () -> pricing(model));
      sentences.add(id + "a task has a usual time", () -> estimatedTime(model));
    }
    return sentences.tests();
  }

  private void sameModels() {
    assertThat(subject.models()).isNotEmpty();
    assertThat(subject.models()).as("models() asked again").isEqualTo(subject.adapter().models());
    assertThat(subject.twin().models())
        .as("models() of another adapter")
        .isEqualTo(subject.models());
  }

  private void uniqueNames() {
    List<String> names = new ArrayList<>();
    subject
        .models()
        .forEach(
            model -> {
              names.add(model.id());
              names.addAll(model.aliases());
            });
    assertThat(names).as("ids and aliases").doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  private static void taskTypes(ModelSpec model) {
    assertThat(model.taskTypes())
        .as("task types of the HTTP API")
        .isSubsetOf(HubWords.TASK_TYPES.keySet())
        .doesNotHaveDuplicates();
    String usual = model.taskTypes().get(0);
    assertThat(HubWords.TASK_TYPES.get(usual))
        .as("what the usual task type, '%s', makes", usual)
        .isEqualTo(model.contentType());
  }

  private static void validSchema(ModelSpec model) {
    Json schema = model.parametersSchema();
    assertThat(CompiledSchema.OF_SCHEMAS.check(schema, "")).as("parametersSchema").isEmpty();
    assertThat(schema.at("type").text()).as("type of the parameters").contains("object");
    CompiledSchema.of(schema).check(Json.object().build(), "");
  }

  private static void closedSchema(ModelSpec model) {
    assertThat(model.parametersSchema().at("additionalProperties"))
        .as("additionalProperties; a parameter that is misspelt must be refused, not ignored")
        .isEqualTo(Json.of(false));
  }

  private static void typedParameters(ModelSpec model) {
    properties(model)
        .forEach(
            (name, property) ->
                assertThat(property.fields().keySet())
                    .as("'%s' needs a type, an enum or a const", name)
                    .containsAnyOf("type", "enum", "const"));
  }

  private static void defaults(ModelSpec model) {
    properties(model)
        .forEach(
            (name, property) -> {
              if (!property.at("default").equals(Json.MISSING)) {
                assertThat(CompiledSchema.of(property).check(property.at("default"), "/" + name))
                    .as("the default of '%s'", name)
                    .isEmpty();
              }
            });
  }

  private static void annotations(ModelSpec model) {
    properties(model)
        .forEach(
            (name, property) -> {
              for (String annotation : List.of(ModelSpec.TASK_TYPES, ModelSpec.REQUIRED_FOR)) {
                List<String> named =
                    property.at(annotation).items().stream()
                        .flatMap(item -> item.text().stream())
                        .toList();
                assertThat(model.taskTypes())
                    .as("%s of '%s' names task types that the model lacks", annotation, name)
                    .containsAll(named);
              }
            });
  }

  private static void pricing(ModelSpec model) {
    Json from = model.pricing().at("from");
    assertThat(from.at("date").text().orElse(""))
        .as("pricing.from.date; prices change, users must see how old these are")
        .matches("\\d{4}-\\d{2}(-\\d{2})?");
    assertThat(from.at("source").text().orElse("")).as("pricing.from.source").isNotBlank();
  }

  private static void estimatedTime(ModelSpec model) {
    assertThat(model.estimatedTime()).as("estimatedTime").isPositive().isLessThanOrEqualTo(LONGEST);
  }

  private static Map<String, Json> properties(ModelSpec model) {
    return model.parametersSchema().at("properties").fields();
  }
}
