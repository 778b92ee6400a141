package dev.genhub.spi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    Json value =
        Json.parse(
            "{\"a\":[1,2.50,-3e2,true,null],\"b\":{\"c\":\"x\\n\\\"\\u00e9\\\\\"},\"d\":{}}");

    assertThat(Json.parse(value.toString())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":}",
        "{a:1}",
        "01",
        "1.",
        ".5",
        "+1",
        "tru",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "1 2",
        "[1}",
        "<html></html>",
        "NaN",
        "'a'",
        "{\"a\":1,}",
        "1e9999"
      })
  void textThatIsNotJsonIsRefused(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonSyntaxException.class);
    assertThat(Json.tryParse(text)).isEmpty();
  }

  @Test
  void nestingWithoutEndIsRefusedInsteadOfExhaustingTheStack() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
        .isInstanceOf(JsonSyntaxException.class)
        .hasMessageContaining("100 levels");
  }

  @Test
  void whatIsAbsentIsMissingAtAnyDepth() {
    Json value = Json.parse("{\"a\":1}");

    assertThat(value.at("x").at(3).at("y")).isEqualTo(Json.MISSING);
    assertThat(value.at("x").at("y").text()).isEmpty();
    assertThat(value.at("x").items()).isEmpty();
  }

  @Test
  void numbersInTextAndTextInNumbersAreBothRead() {
    assertThat(Json.parse("\" 12.5 \"").number()).contains(new BigDecimal("12.5"));
    assertThat(Json.parse("7").text()).contains("7");
    assertThat(Json.parse("\"7\"").integer()).contains(7);
    assertThat(Json.parse("\"seven\"").number()).isEmpty();
    assertThat(Json.parse("99999999999").integer()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true,true", "\"true\",true", "1,true", "0,false", "\"0\",false"})
  void flagsComeInThreeForms(String text, boolean expected) {
    assertThat(Json.parse(text).flag()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1767225600000",
        "1767225600",
        "\"1767225600000\"",
        "\"2026-01-01T00:00:00Z\"",
        "\"2026-01-01T01:00:00+01:00\"",
        "\"2026-01-01T00:00:00\"",
        "\"2026-01-01 00:00:00\""
      })
  void timesComeAsEpochInSecondsOrMillisAndAsText(String text) {
    assertThat(Json.parse(text).instant()).contains(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void textThatIsNoTimeIsNoTime() {
    assertThat(Json.parse("\"yesterday\"").instant()).isEmpty();
    assertThat(Json.parse("\"\"").instant()).isEmpty();
  }

  @Test
  void aDocumentInsideTextIsUnwrapped() {
    Json value = Json.parse("{\"resultJson\":\"{\\\"resultUrls\\\":[\\\"u\\\"]}\"}");

    assertThat(value.at("resultJson").unwrapped().at("resultUrls").at(0).text()).contains("u");
    assertThat(Json.of("plain").unwrapped()).isEqualTo(Json.of("plain"));
    assertThat(Json.of("{broken").unwrapped()).isEqualTo(Json.of("{broken"));
  }

  @Test
  void aSingleValueCountsAsAListOfOne() {
    assertThat(Json.of("u").itemsOrSelf()).containsExactly(Json.of("u"));
    assertThat(Json.NULL.itemsOrSelf()).isEmpty();
  }

  @Test
  void equalNumbersAreEqualHoweverTheyAreWritten() {
    assertThat(Json.parse("[1.0,{\"a\":2}]")).isEqualTo(Json.parse("[1,{\"a\":2.00}]"));
    assertThat(Json.parse("1.0")).hasSameHashCodeAs(Json.parse("1"));
  }

  @Test
  void theBuilderLeavesOutWhatIsMissing() {
    Json built =
        Json.object()
            .put("a", 1)
            .put("b", Json.MISSING)
            .putText("c", Optional.empty())
            .putText("d", Optional.of("x"))
            .put("e", Json.NULL)
            .build();

    assertThat(built).hasToString("{\"a\":1,\"d\":\"x\",\"e\":null}");
  }

  @Test
  void theBuilderCopiesWhatIsThere() {
    Json from = Json.parse("{\"a\":1,\"b\":2}");

    assertThat(Json.object().copy(from, "b", "c").build()).isEqualTo(Json.parse("{\"b\":2}"));
  }

  @Test
  void figuresInTextAreBounded() {
    assertThat(Json.of(" 12.50 ").number()).contains(new BigDecimal("12.50"));
    assertThat(Json.of("1e999999999").number()).isEmpty();
    assertThat(Json.of("9".repeat(1000)).number()).isEmpty();
  }

  @Test
  void mergingPrefersTheSecond() {
    Json merged = Json.parse("{\"a\":1,\"b\":2}").merged(Json.parse("{\"b\":3,\"c\":4}"));

    assertThat(merged).isEqualTo(Json.parse("{\"a\":1,\"b\":3,\"c\":4}"));
  }
}
