package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import dev.genhub.spi.Violation;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadGenerationOrderTest {

  private static final UUID USER = UUID.randomUUID();

  private final ReadGenerationOrder read = new ReadGenerationOrder();

  private static Requests body(String json) {
    return Requests.any().by(USER).body(json.replace('\'', '"'));
  }

  private GenerationOrder order(String json) {
    return read.read(body(json).build());
  }

  @Test
  void everyFieldIsRead() {
    UUID parent = UUID.randomUUID();
    UUID key = UUID.randomUUID();

    GenerationOrder order =
        read.read(
            body("""
                    {'model': 'painter', 'contentType': 'image', 'provider': 'fake',
                     'taskType': 'upscale_image', 'prompt': 'a cat',
                     'parameters': {'imageIndex': 2}, 'parentId': '%s', 'keyId': '%s',
                     'maxCost': {'usd': 0.10, 'credits': 20},
                     'webhookUrl': 'https://app.test/hook', 'metadata': {'order': '17'}}
                    """
                    .formatted(parent, key))
                .header("idempotency-key", "key 1")
                .build());

    assertThat(order.caller().userId()).isEqualTo(USER);
    assertThat(order.idempotencyKey()).contains("key 1");
    assertThat(order.model()).contains("painter");
    assertThat(order.contentType()).contains("image");
    assertThat(order.provider()).contains("fake");
    assertThat(order.taskType()).contains("upscale_image");
    assertThat(order.prompt()).isEqualTo("a cat");
    assertThat(order.parameters().toString()).isEqualTo("{\"imageIndex\":2}");
    assertThat(order.parentId()).contains(parent);
    assertThat(order.keyId()).contains(key);
    assertThat(order.maxUsd().orElseThrow()).isEqualByComparingTo("0.1");
    assertThat(order.maxCredits()).contains(BigDecimal.valueOf(20));
    assertThat(order.webhookUrl()).contains("https://app.test/hook");
    assertThat(order.metadata().orElseThrow().toString()).isEqualTo("{\"order\":\"17\"}");
  }

  @Test
  void whatIsLeftOutIsEmpty() {
    GenerationOrder order = order("{}");

    assertThat(order.model()).isEmpty();
    assertThat(order.prompt()).isEmpty();
    assertThat(order.parameters()).isEmpty();
    assertThat(order.idempotencyKey()).isEmpty();
    assertThat(order.maxUsd()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " {'parameters':{'b':[1,2],'a':{'y':1,'x':2}} , 'model':'painter'}",
        "{'model':'painter','parameters':{'a':{'x':2.0,'y':1e0},'b':[1.00,20e-1]}}"
      })
  void bodiesThatMeanTheSameHaveTheSameFingerprint(String same) {
    String usual = "{'model':'painter','parameters':{'a':{'x':2,'y':1},'b':[1,2]}}";

    assertThat(order(same).fingerprint())
        .isEqualTo(order(usual).fingerprint())
        .matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'model':'painter','parameters':{'a':'1','b':[1,2]}}",
        "{'model':'painter','parameters':{'a':1,'b':[2,1]}}",
        "{'model':'painter','parameters':{'a':1,'b':[1,2],'c':null}}",
        "{'model':'painter','parameters':{'a':1.0000001,'b':[1,2]}}",
        "{'model':'painter','parameters':{'a':true,'b':[1,2]}}",
        "{'model':'painter','parameters':{'a':1},'metadata':{}}"
      })
  void bodiesThatMeanSomethingElseHaveAnother(String other) {
    String usual = "{'model':'painter','parameters':{'a':1,'b':[1,2]}}";

    assertThat(order(other).fingerprint()).isNotEqualTo(order(usual).fingerprint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a key with spaces", "\"8e03978e-40d5-43dd-bc93\"", "~!@#$%^&*()"})
  void anIdempotencyKeyMayBeAnyPrintableText(String key) {
    assertThat(read.read(body("{}").header("idempotency-key", key).build()).idempotencyKey())
        .contains(key);
    String longest = "k".repeat(255);
    assertThat(read.read(body("{}").header("idempotency-key", longest).build()).idempotencyKey())
        .contains(longest);
  }

  @Test
  void anIdempotencyKeyThatIsEmptyOrTooLongIsMalformed() {
    for (String key : new String[] {"", "k".repeat(256), "ключ"}) {
      assertThat(
              Problems.of(
                  ErrorCode.MALFORMED_REQUEST,
                  () -> read.read(body("{}").header("idempotency-key", key).build())))
          .hasMessage(
              "Idempotency-Key has "
                  + key.length()
                  + " characters; 1 to 255 printable ASCII characters are allowed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'colour': 1} | /colour | 'colour' is not known here",
        "{'model': null} | /model | null must be of type \"string\"",
        "{'contentType': 'text'} | /contentType"
            + " | \"text\" is none of [\"image\",\"video\",\"music\"]",
        "{'parentId': '17'} | /parentId"
            + " | \"17\" must match ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
        "{'maxCost': {'usd': -1}} | /maxCost/usd | -1 is below 0",
        "{'maxCost': {}} | /maxCost | has fewer than 1 names",
        "{'maxCost': {'eur': 1}} | /maxCost/eur | 'eur' is not known here",
        "{'webhookUrl': 'http://a.test'} | /webhookUrl"
            + " | \"http://a.test\" must match ^https://[^/\\s]+",
        "{'metadata': {'a': 1}} | /metadata/a | 1 must be of type \"string\"",
        "{'parameters': []} | /parameters | [] must be of type \"object\""
      })
  void whatDoesNotFitIsPointedAt(String json, String pointer, String detail) {
    ApiProblem problem = Problems.of(ErrorCode.VALIDATION_FAILED, () -> order(json));

    assertThat(problem.violations()).containsExactly(new Violation(pointer, detail));
    assertThat(problem).hasMessage(pointer + ": " + detail);
  }

  @Test
  void metadataHasAtMostTwentyEntries() {
    StringBuilder entries = new StringBuilder("'k0': ''");
    for (int i = 1; i < 20; i++) {
      entries.append(", 'k").append(i).append("': ''");
    }
    order("{'metadata': {" + entries + "}}");

    assertThat(
            Problems.of(
                    ErrorCode.VALIDATION_FAILED,
                    () -> order("{'metadata': {" + entries + ", 'k20': ''}}"))
                .violations())
        .containsExactly(new Violation("/metadata", "has more than 20 names"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'prompt': 'a \\u0000 cat'} | /prompt"
            + " | holds the character U+0000, which is no text by itself",
        "{'prompt': '\\ud83d cat'} | /prompt"
            + " | holds the character U+D83D, which is no text by itself",
        "{'prompt': '\\udc08'} | /prompt"
            + " | holds the character U+DC08, which is no text by itself",
        "{'parameters': {'a': ['\\u0000']}} | /parameters/a/0"
            + " | holds the character U+0000, which is no text by itself",
        "{'metadata': {'\\u0000': ''}} | /metadata"
            + " | holds the character U+0000, which is no text by itself",
        "{'maxCost': {'usd': 1e999999999}} | /maxCost/usd"
            + " | is a number beyond 1e308 or its inverse",
        "{'parameters': {'a': 1e-999999999}} | /parameters/a"
            + " | is a number beyond 1e308 or its inverse"
      })
  void whatCouldNotBeStoredIsRefusedAtOnce(String json, String pointer, String detail) {
    assertThat(Problems.of(ErrorCode.VALIDATION_FAILED, () -> order(json)).violations())
        .containsExactly(new Violation(pointer, detail));
  }

  @Test
  void aPairOfSurrogatesIsACharacter() {
    assertThat(order("{'prompt': '\\ud83d\\udc08'}").prompt()).isEqualTo("🐈");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the body must be a JSON object",
        "[] | the body must be a JSON object",
        "\"x\" | the body must be a JSON object",
        "{'a': } | 'the body is not JSON, at line 1 column 7'",
        "{} {} | 'the body is not JSON, at line 1 column 4'"
      })
  void whatIsNoJsonObjectIsMalformed(String text, String message) {
    assertThat(Problems.of(ErrorCode.MALFORMED_REQUEST, () -> order(text))).hasMessage(message);
  }

  @Test
  void whatIsNestedTooDeeplyIsMalformed() {
    String deep = "{'parameters': " + "[".repeat(2_000) + "]".repeat(2_000) + "}";

    assertThat(Problems.of(ErrorCode.MALFORMED_REQUEST, () -> order(deep)))
        .hasMessageStartingWith("the body is nested too deeply");
  }
}
