package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document is OpenAPI 3.1, by the standard's own schema and by a library that reads it. */
class OpenApiStandardTest {

  private static final String META_SCHEMA =
      "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";

  @Test
  void theMetaSchemaOfTheStandardFindsNothingWrong() {
    assertThat(metaSchema().validate(DescribedSchemas.DOCUMENT)).isEmpty();
  }

  @Test
  void theParserOfCommonGeneratorsReadsItWithoutAWarning() {
    assertThat(warnings(DescribedSchemas.DOCUMENT)).isEmpty();
  }

  @Test
  void aMistakeIsFound() {
    ObjectNode broken = DescribedSchemas.DOCUMENT.deepCopy();
    broken.withObject("/paths/~1v1~1keys/get/responses/200").remove("description");

    assertThat(metaSchema().validate(broken)).isNotEmpty();
    assertThat(warnings(broken)).isNotEmpty();
  }

  private static List<String> warnings(ObjectNode document) {
    return new OpenAPIV3Parser().readContents(document.toString(), null, null).getMessages();
  }

  private static Schema metaSchema() {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(OpenApiStandardTest::published))
        .getSchema(SchemaLocation.of(META_SCHEMA));
  }

  /** The schemas of the standard, as the library carries them. */
  private static String published(String address) {
    if (!address.startsWith("https://spec.openapis.org/")) {
      return null;
    }
    try (InputStream in =
        OpenAPIContract.class.getResourceAsStream(address.substring("https:/".length()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
