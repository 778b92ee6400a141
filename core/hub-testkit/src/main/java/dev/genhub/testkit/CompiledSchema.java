package dev.genhub.testkit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.List;

/** A JSON Schema 2020-12, checked by the validator that the hub uses. */
final class CompiledSchema {

  /** JSON Schema 2020-12 and the hub's own annotations, which validate nothing. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialect.builder(Dialects.getDraft202012())
              .keyword(new NonValidationKeyword(ModelSpec.TASK_TYPES))
              .keyword(new NonValidationKeyword(ModelSpec.REQUIRED_FOR))
              .build());

  /** The schema of schemas. */
  static final CompiledSchema OF_SCHEMAS =
      new CompiledSchema(
          REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId())));

  private final Schema schema;

  private CompiledSchema(Schema schema) {
    this.schema = schema;
  }

  static CompiledSchema of(Json source) {
    return new CompiledSchema(REGISTRY.getSchema(source.toString(), InputFormat.JSON));
  }

  /**
   * What is wrong with a value.
   *
   * @param at pointer to the value
   */
  List<Violation> check(Json value, String at) {
    return schema.validate(value.toString(), InputFormat.JSON).stream()
        .map(error -> violation(error, at))
        .toList();
  }

  boolean allows(Json value) {
    return check(value, "").isEmpty();
  }

  private static Violation violation(Error error, String at) {
    // a missing or unknown name is reported at its parent: point at the name itself
    String name = error.getProperty() == null ? "" : "/" + error.getProperty();
    return new Violation(at + error.getInstanceLocation() + name, error.getMessage());
  }
}
