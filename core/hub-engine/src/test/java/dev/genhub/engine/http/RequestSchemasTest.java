package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.apptoken.CreateAppToken;
import dev.genhub.engine.defaults.ChangeDefaults;
import dev.genhub.engine.generation.ReadGenerationOrder;
import dev.genhub.engine.key.CreateKey;
import dev.genhub.engine.money.ChangeLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the document says of requests is what the hub checks. */
class RequestSchemasTest {

  /** They tell people and tools about a value and refuse none. */
  private static final Set<String> TELL_ONLY =
      Set.of("$schema", "title", "description", "examples", "format");

  @Test
  void aGenerationRequestIsDescribedAsItIsChecked() throws IOException {
    assertSame("GenerationRequest", ReadGenerationOrder.class, "generation-request.schema.json");
  }

  @Test
  void aKeyRequestIsDescribedAsItIsChecked() throws IOException {
    assertSame("KeyRequest", CreateKey.class, "key-request.schema.json");
  }

  @Test
  void aKeyChangeIsDescribedAsItIsChecked() throws IOException {
    assertSame("KeyChange", CreateKey.class, "key-change.schema.json");
  }

  @Test
  void requestsAboutMoneyAreDescribedAsTheyAreChecked() throws IOException {
    assertSame("LimitsRequest", ChangeLimits.class, "limits-request.schema.json");
    assertSame("LimitCapRequest", ChangeLimits.class, "cap-request.schema.json");
    assertSame("ChargeRequest", ChangeLimits.class, "charge-request.schema.json");
    assertSame("DefaultsRequest", ChangeDefaults.class, "defaults-request.schema.json");
  }

  @Test
  void anAppTokenRequestIsDescribedAsItIsChecked() throws IOException {
    assertSame("AppTokenRequest", CreateAppToken.class, "app-token-request.schema.json");
  }

  private static void assertSame(String described, Class<?> beside, String checked)
      throws IOException {
    try (InputStream in = beside.getResourceAsStream(checked)) {
      JsonNode schema = DescribedSchemas.parse(in.readAllBytes());
      assertThat(schema.path("title").asText()).isEqualTo(described);
      assertThat(rules(DescribedSchemas.schema(described))).isEqualTo(rules(schema));
    }
  }

  /** The schema with its references followed and without what refuses nothing. */
  private static JsonNode rules(JsonNode schema) {
    JsonNode followed =
        schema.has("$ref")
            ? DescribedSchemas.DOCUMENT.at(schema.get("$ref").asText().substring(1))
            : schema;
    if (!(followed.deepCopy() instanceof ObjectNode rules)) {
      return followed;
    }
    rules.remove(TELL_ONLY);
    if (rules.has("enum")) {
      // the values themselves say of which type they are
      rules.remove("type");
    }
    eachSchema(rules.path("properties"));
    for (String keyword : new String[] {"additionalProperties", "propertyNames", "items"}) {
      if (rules.has(keyword)) {
        rules.set(keyword, rules(rules.get(keyword)));
      }
    }
    return rules;
  }

  private static void eachSchema(JsonNode properties) {
    properties.properties().forEach(property -> property.setValue(rules(property.getValue())));
  }
}
