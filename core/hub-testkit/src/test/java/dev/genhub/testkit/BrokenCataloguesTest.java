package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit finds models that promise what is not so. */
class BrokenCataloguesTest {

  @ParameterizedTest(name = "{1}")
  @MethodSource("faults")
  void aBrokenPluginFails(Class<?> contract, String sentence) {
    assertThat(ContractRun.failuresOf(contract)).contains(sentence);
  }

  static Object[] faults() {
    return new Object[] {
      Arguments.of(OpenContractTest.class, "acme-1: its schema is closed"),
      Arguments.of(NoSchemaContractTest.class, "acme-1: its schema is a JSON Schema 2020-12"),
      Arguments.of(DefaultContractTest.class, "acme-1: its defaults fit their own parameters"),
      Arguments.of(UntypedContractTest.class, "acme-1: every parameter says what it takes"),
      Arguments.of(StrangeTaskContractTest.class, "acme-1: its task types are words of the API"),
      Arguments.of(AnnotatedContractTest.class, "acme-1: its annotations name its own task types"),
      Arguments.of(UndatedContractTest.class, "acme-1: its price list has a date and a source"),
      Arguments.of(TimelessContractTest.class, "acme-1: a task has a usual time"),
      Arguments.of(TwinsContractTest.class, "every name means one model"),
      Arguments.of(FreeContractTest.class, "acme-1 img2img: can be asked for and has a price"),
      Arguments.of(GapContractTest.class, "acme-1 text2img: every pair of choices has a price"),
      Arguments.of(DroppingContractTest.class, "acme-1 text2img: what is accepted is used"),
      Arguments.of(
          NeverContractTest.class, "acme-1: every parameter is taken by some kind of task"),
      Arguments.of(StrictContractTest.class, "acme-1 text2img: can be asked for and has a price"),
      Arguments.of(LaxContractTest.class, "intake/parameters: strength without a picture"),
      Arguments.of(ForgetfulContractTest.class, "there are models, the same at every call"),
    };
  }

  /** An Acme with another model. */
  abstract static class Modelling extends AcmeContractTest {

    abstract List<ModelSpec> models(ModelSpec right);

    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public List<ModelSpec> models() {
          return Modelling.this.models(right.models().get(0));
        }
      };
    }
  }

  /** An Acme with another schema. */
  abstract static class Schema extends Modelling {

    abstract Json schema(Json right);

    @Override
    List<ModelSpec> models(ModelSpec right) {
      return List.of(with(right, schema(right.parametersSchema())));
    }

    static Json property(Json schema, String name, String text) {
      Json properties =
          schema.at("properties").merged(Json.object().put(name, Json.parse(text)).build());
      return schema.merged(Json.object().put("properties", properties).build());
    }
  }

  private static ModelSpec with(ModelSpec right, Json schema) {
    return new ModelSpec(
        right.id(),
        right.aliases(),
        right.contentType(),
        right.taskTypes(),
        schema,
        right.pricing(),
        right.estimatedTime(),
        right.polling());
  }

  private static ModelSpec with(
      ModelSpec right, List<String> taskTypes, Json pricing, Duration time) {
    return new ModelSpec(
        right.id(),
        right.aliases(),
        right.contentType(),
        taskTypes,
        right.parametersSchema(),
        pricing,
        time,
        right.polling());
  }

  static class OpenContractTest extends Schema {
    @Override
    Json schema(Json right) {
      return right.merged(Json.parse("{\"additionalProperties\": true}"));
    }
  }

  static class NoSchemaContractTest extends Schema {
    @Override
    Json schema(Json right) {
      return right.merged(Json.parse("{\"required\": \"prompt\"}"));
    }
  }

  static class DefaultContractTest extends Schema {
    @Override
    Json schema(Json right) {
      return property(right, "size", "{\"enum\": [\"small\", \"large\"], \"default\": \"huge\"}");
    }
  }

  static class UntypedContractTest extends Schema {
    @Override
    Json schema(Json right) {
      return property(right, "size", "{\"description\": \"any size\"}");
    }
  }

  static class AnnotatedContractTest extends Schema {
    @Override
    Json schema(Json right) {
      return property(right, "extra", "{\"type\": \"string\", \"x-taskTypes\": [\"text2video\"]}");
    }
  }

  static class DroppingContractTest extends Schema {
    @Override
    Json schema(Json right) {
      return property(right, "seed", "{\"type\": \"integer\"}");
    }
  }

  static class NeverContractTest extends Schema {
    @Override
    Json schema(Json right) {
      return property(right, "seed", "{\"type\": \"integer\", \"x-taskTypes\": []}");
    }
  }

  static class StrangeTaskContractTest extends Modelling {
    @Override
    List<ModelSpec> models(ModelSpec right) {
      return List.of(with(right, List.of("text2picture"), right.pricing(), right.estimatedTime()));
    }
  }

  static class UndatedContractTest extends Modelling {
    @Override
    List<ModelSpec> models(ModelSpec right) {
      return List.of(
          with(right, right.taskTypes(), Json.parse("{\"credits\": 4}"), right.estimatedTime()));
    }
  }

  static class TimelessContractTest extends Modelling {
    @Override
    List<ModelSpec> models(ModelSpec right) {
      return List.of(with(right, right.taskTypes(), right.pricing(), Duration.ZERO));
    }
  }

  static class TwinsContractTest extends Modelling {
    @Override
    List<ModelSpec> models(ModelSpec right) {
      return List.of(right, right);
    }
  }

  static class ForgetfulContractTest extends Modelling {
    private int asked;

    @Override
    List<ModelSpec> models(ModelSpec right) {
      return asked++ % 2 == 0 ? List.of(right) : List.of();
    }
  }

  /** An Acme whose prices have gaps. */
  abstract static class Pricing extends AcmeContractTest {

    abstract boolean hasPrice(GenerationRequest request);

    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public Price quote(GenerationRequest request) {
          if (!hasPrice(request)) {
            throw new IllegalStateException("no price");
          }
          return right.quote(request);
        }
      };
    }
  }

  static class FreeContractTest extends Pricing {
    @Override
    boolean hasPrice(GenerationRequest request) {
      return request.taskType().equals("text2img");
    }
  }

  static class GapContractTest extends Pricing {
    @Override
    boolean hasPrice(GenerationRequest request) {
      return request.parameters().at("size").equals(Json.of("small"));
    }
  }

  /** An Acme that checks too much. */
  static class StrictContractTest extends AcmeContractTest {
    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public List<Violation> check(GenerationRequest request) {
          return List.of(new Violation("/parameters/colour", "is required"));
        }
      };
    }
  }

  /** An Acme that checks nothing. */
  static class LaxContractTest extends AcmeContractTest {
    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public List<Violation> check(GenerationRequest request) {
          return List.of();
        }
      };
    }
  }
}
