package dev.genhub.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterSchemaTest {

  private static final ParameterSchema SCHEMA =
      new ParameterSchema(
          Json.parse(
              """
              {"type": "object", "additionalProperties": false,
               "required": ["kind"],
               "maxProperties": 4,
               "properties": {
                 "kind": {"const": "usual"},
                 "ratio": {"enum": ["1:1", "16:9", null]},
                 "weight": {"type": "number", "minimum": 0, "maximum": 1},
                 "strength": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
                 "steps": {"type": "integer", "multipleOf": 8},
                 "title": {"type": ["string", "null"], "minLength": 2, "maxLength": 5},
                 "address": {"type": "string", "pattern": "^https://"},
                 "images": {"type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true,
                            "items": {"type": "string", "maxLength": 3}},
                 "nested": {"type": "object", "additionalProperties": false,
                            "properties": {"a/b~c": {"type": "boolean"}}},
                 "labels": {"type": "object", "propertyNames": {"maxLength": 3}},
                 "either": {"anyOf": [{"type": "string"}, {"type": "integer", "minimum": 5}]},
                 "one": {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
                 "secret": {"type": "string", "pattern": "^x", "writeOnly": true},
                 "never": false,
                 "custom": {"type": "boolean"}},
               "dependentRequired": {"steps": ["weight"]},
               "allOf": [
                 {"if": {"properties": {"custom": {"const": true}}, "required": ["custom"]},
                  "then": {"required": ["title"], "properties": {"weight": {"maximum": 0.5}}},
                  "else": {"properties": {"labels": false}}}]}
              """));

  private static List<Violation> check(String parameters) {
    return SCHEMA.check(SpiJson.object(parameters.replace('\'', '"')), "/parameters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind': 'usual'}",
        "{'kind': 'usual', 'ratio': null, 'weight': 1, 'title': 'fünf5'}",
        "{'kind': 'usual', 'images': ['a', 'b'], 'nested': {'a/b~c': true}}",
        "{'kind': 'usual', 'steps': 16.0, 'weight': 0}",
        "{'kind': 'usual', 'custom': true, 'title': null, 'weight': 0.5}"
      })
  void whatFitsHasNothingWrong(String parameters) {
    assertThat(check(parameters)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /parameters/kind | 'kind' is required",
        "{'kind': 'usual', 'colour': 'red'} | /parameters/colour | 'colour' is not known here",
        "{'kind': 'other'} | /parameters/kind | \"other\" must be \"usual\"",
        "{'kind': 'usual', 'ratio': '4:3'} | /parameters/ratio"
            + " | \"4:3\" is none of [\"1:1\",\"16:9\",null]",
        "{'kind': 'usual', 'weight': 'much'} | /parameters/weight"
            + " | \"much\" must be of type \"number\"",
        "{'kind': 'usual', 'title': 7} | /parameters/title"
            + " | 7 must be of type [\"string\",\"null\"]",
        "{'kind': 'usual', 'weight': -0.1} | /parameters/weight | -0.1 is below 0",
        "{'kind': 'usual', 'weight': 1.5} | /parameters/weight | 1.5 is above 1",
        "{'kind': 'usual', 'strength': 0} | /parameters/strength | 0 must be above 0",
        "{'kind': 'usual', 'strength': 1} | /parameters/strength | 1 must be below 1",
        "{'kind': 'usual', 'weight': 0, 'steps': 7} | /parameters/steps"
            + " | 7 must be a multiple of 8",
        "{'kind': 'usual', 'steps': 8} | /parameters/weight"
            + " | 'weight' is required with 'steps'",
        "{'kind': 'usual', 'title': 'x'} | /parameters/title | is shorter than 2 characters",
        "{'kind': 'usual', 'title': 'x-long'} | /parameters/title | is longer than 5 characters",
        "{'kind': 'usual', 'address': 'http://a'} | /parameters/address"
            + " | \"http://a\" must match ^https://",
        "{'kind': 'usual', 'images': []} | /parameters/images | has fewer than 1 entries",
        "{'kind': 'usual', 'images': ['a','b','c']} | /parameters/images"
            + " | has more than 2 entries",
        "{'kind': 'usual', 'images': ['a','a']} | /parameters/images"
            + " | has the same entry more than once",
        "{'kind': 'usual', 'images': ['a','long']} | /parameters/images/1"
            + " | is longer than 3 characters",
        "{'kind': 'usual', 'nested': {'a/b~c': 1}} | /parameters/nested/a~1b~0c"
            + " | 1 must be of type \"boolean\"",
        "{'kind': 'usual', 'nested': {'x/y~z': 1}} | /parameters/nested/x~1y~0z"
            + " | 'x/y~z' is not known here",
        "{'kind': 'usual', 'never': 1} | /parameters/never | is not allowed here",
        "{'kind': 'usual', 'ratio': null, 'title': null, 'weight': 0, 'images': ['a']}"
            + " | /parameters | has more than 4 names"
      })
  void whatIsWrongIsPointedAtAndSaid(String parameters, String pointer, String detail) {
    assertThat(check(parameters)).containsExactly(new Violation(pointer, detail));
  }

  @Test
  void aNameThatBreaksTheRuleForNamesIsPointedAt() {
    assertThat(check("{'kind': 'usual', 'custom': true, 'title': null, 'labels': {'long': 1}}"))
        .containsExactly(
            new Violation(
                "/parameters/labels/long",
                "'long' is no name that is taken here; at most 3 characters are"));
  }

  @Test
  void whatHoldsUnderAConditionIsPointedAtLikeEverythingElse() {
    assertThat(check("{'kind': 'usual', 'custom': true, 'weight': 0.7}"))
        .containsExactlyInAnyOrder(
            new Violation("/parameters/title", "'title' is required"),
            new Violation("/parameters/weight", "0.7 is above 0.5"));
    assertThat(check("{'kind': 'usual', 'labels': {}}"))
        .containsExactly(new Violation("/parameters/labels", "is not allowed here"));
  }

  @Test
  void ofSeveralWaysTheReasonAgainstEachIsSaid() {
    assertThat(check("{'kind': 'usual', 'either': 3}"))
        .containsExactlyInAnyOrder(
            new Violation("/parameters/either", "3 must be of type \"string\""),
            new Violation("/parameters/either", "3 is below 5"));
  }

  @Test
  void theOnlyOneOfSeveralWaysIsAskedFor() {
    assertThat(check("{'kind': 'usual', 'one': {'a': 1, 'b': 2}}"))
        .containsExactly(
            new Violation(
                "/parameters/one", "fits more or fewer than one of the ways that it may be"));
  }

  @Test
  void aSecretIsNotRepeated() {
    assertThat(check("{'kind': 'usual', 'secret': 'my-key'}"))
        .containsExactly(new Violation("/parameters/secret", "the value must match ^x"));
    assertThat(check("{'kind': 'usual', 'secret': 12345}"))
        .containsExactly(
            new Violation("/parameters/secret", "the value must be of type \"string\""));
  }

  @Test
  void aLongValueIsCutInTheMessage() {
    assertThat(check("{'kind': 'usual', 'ratio': '" + "x".repeat(500) + "'}"))
        .singleElement()
        .satisfies(violation -> assertThat(violation.detail()).hasSizeLessThan(150));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(check("{'weight': 2, 'colour': 1}")).hasSize(3);
  }

  @Test
  void defaultsFillInWhatTheValueDoesNotSay() {
    ParameterSchema schema =
        new ParameterSchema(
            Json.parse(
                """
                {"properties": {"ratio": {"default": "1:1"}, "steps": {"default": 8},
                                "title": {"type": "string"}}}
                """));

    assertThat(schema.withDefaults(Json.parse("{\"steps\": 16, \"title\": \"t\"}")))
        .isEqualTo(Json.parse("{\"ratio\": \"1:1\", \"steps\": 16, \"title\": \"t\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\": 7}", "{\"$ref\": \"#/nowhere\"}", "{\"pattern\": \"(\"}"})
  void whatIsNoSchemaIsRefused(String text) {
    assertThatThrownBy(() -> new ParameterSchema(Json.parse(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a JSON Schema: ");
  }

  @Test
  void aSchemaThatStandsElsewhereIsNotFetched() {
    assertThatThrownBy(
            () -> new ParameterSchema(Json.parse("{\"$ref\": \"http://127.0.0.1:1/schema.json\"}")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
