package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionMergeTest {

  @Test
  void areasStandSideBySideInTheOrderOfTheirFiles() {
    DescriptionMerge merge = new DescriptionMerge();
    merge.add(
        "info.json", json("{'openapi':'3.1.0','paths':{},'components':{'schemas':{'A':{}}}}"));
    merge.add(
        "keys.json",
        json(
            "{'tags':[{'name':'Keys'}],'paths':{'/keys':{}},"
                + "'components':{'schemas':{'B':{}},'headers':{'A':{}}}}"));
    merge.add("models.json", json("{'tags':[{'name':'Models'}],'paths':{'/models':{}}}"));

    assertThat(merge.document())
        .isEqualTo(
            json(
                "{'openapi':'3.1.0','paths':{'/keys':{},'/models':{}},"
                    + "'components':{'schemas':{'A':{},'B':{}},'headers':{'A':{}}},"
                    + "'tags':[{'name':'Keys'},{'name':'Models'}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'paths':{'/keys':{'get':{}}}}        | '/keys' of paths
          {'webhooks':{'settled':{}}}           | 'settled' of webhooks
          {'tags':[{'name':'Keys'}]}            | 'Keys' of tags
          {'components':{'schemas':{'Key':{}}}} | 'Key' of components/schemas
          {'security':[]}                       | 'security'
          """)
  void aNameThatTwoFilesDefineStopsTheStartAndIsToldWithBoth(String content, String what) {
    DescriptionMerge merge = new DescriptionMerge();
    merge.add("keys.json", json(content));

    assertThatThrownBy(() -> merge.add("more-keys.json", json(content)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("more-keys.json defines %s, which keys.json defines already", what);
  }

  private static JsonNode json(String singleQuoted) {
    return DescribedSchemas.parse(singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
