package dev.genhub.kie;

import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A plugin's models as data.
 *
 * <ul>
 *   <li>{@code models}: each with {@code id}, {@code aliases}, {@code contentType}, {@code
 *       taskTypes} and {@code estimatedSeconds}; what most of them share stands in {@code each}
 *   <li>{@code parameters}: the schema of all; a model's own {@code properties} change single ones
 *   <li>{@code prices} and {@code pricesFrom}: see {@link PriceList}
 *   <li>{@code prompts}: see {@link PromptRules}
 * </ul>
 */
final class ModelsFile {

  private final Json file;
  private final PriceList prices;
  private final PromptRules prompts;
  private final List<ModelSpec> models;

  private ModelsFile(Json file) {
    this.file = file;
    this.prices = new PriceList(file.at("prices").items(), file.at("pricesFrom"));
    this.prompts = new PromptRules(file.at("prompts").items());
    this.models = file.at("models").items().stream().map(this::model).toList();
  }

  /** Reads the file of a dialect, beside a class: {@code live.json} or {@code guide.json}. */
  static ModelsFile read(Class<?> beside, Dialect dialect) {
    String name = dialect == Dialect.LIVE ? "live.json" : "guide.json";
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the plugin has no " + name);
      }
      return new ModelsFile(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new IllegalStateException("the plugin's " + name + " cannot be read", unreadable);
    }
  }

  private ModelSpec model(Json own) {
    Json model = file.at("each").merged(own);
    String id = model.at("id").text().orElseThrow();
    return new ModelSpec(
        id,
        texts(model.at("aliases")),
        ContentType.of(model.at("contentType").text().orElseThrow()),
        texts(model.at("taskTypes")),
        schema(model),
        prices.shown(id),
        Duration.ofSeconds(model.at("estimatedSeconds").integer().orElseThrow()),
        Optional.empty());
  }

  private static List<String> texts(Json array) {
    return array.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  private Json schema(Json model) {
    Json shared = file.at("parameters").at("properties");
    Json changes = model.at("properties");
    Json.ObjectBuilder properties = Json.object();
    for (String name : shared.merged(changes).fields().keySet()) {
      Json property = shared.at(name).merged(changes.at(name));
      properties.put(name, ofModel(property, model.at("taskTypes")));
    }
    return file.at("parameters")
        .merged(Json.object().put("properties", properties.build()).build());
  }

  /** A property whose annotations name the model's own kinds of task only. */
  private static Json ofModel(Json property, Json taskTypes) {
    Json.ObjectBuilder own = Json.object();
    for (String annotation : List.of(ModelSpec.TASK_TYPES, ModelSpec.REQUIRED_FOR)) {
      if (property.at(annotation).isArray()) {
        own.put(
            annotation,
            Json.array(
                property.at(annotation).items().stream()
                    .filter(taskTypes.items()::contains)
                    .toList()));
      }
    }
    return property.merged(own.build());
  }

  List<ModelSpec> models() {
    return models;
  }

  /** What a model can do. */
  List<String> taskTypes(String model) {
    return models.stream()
        .filter(spec -> spec.id().equals(model))
        .findFirst()
        .map(ModelSpec::taskTypes)
        .orElseThrow();
  }

  /** What is wrong with the prompt. */
  Optional<Violation> checkPrompt(GenerationRequest request) {
    return prompts.check(request);
  }

  Price price(GenerationRequest request) {
    return prices.price(request);
  }
}
