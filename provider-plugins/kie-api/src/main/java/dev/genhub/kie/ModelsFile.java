package dev.genhub.kie;

import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plugin's models and prices as data: {@code models} (each may bring its own {@code parameters}),
 * {@code parameters} (the schema of the others), {@code prices} (the first entry whose {@code when}
 * fits) and {@code pricesFrom} (date and source).
 */
public final class ModelsFile {

  private static final BigDecimal USD_PER_CREDIT = new BigDecimal("0.005");

  private final Json file;
  private final List<ModelSpec> models;

  private ModelsFile(Json file) {
    this.file = file;
    this.models = file.at("models").items().stream().map(this::model).toList();
  }

  /** Reads the file of a dialect, beside a class: {@code live.json} or {@code guide.json}. */
  public static ModelsFile read(Class<?> beside, Dialect dialect) {
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

  private ModelSpec model(Json model) {
    String id = model.at("id").text().orElseThrow();
    Json parameters = model.at("parameters");
    return new ModelSpec(
        id,
        texts(model.at("aliases")),
        ContentType.of(model.at("contentType").text().orElseThrow()),
        texts(model.at("taskTypes")),
        parameters.isPresent() ? parameters : file.at("parameters"),
        pricing(id),
        Duration.ofSeconds(model.at("estimatedSeconds").integer().orElseThrow()),
        Optional.empty());
  }

  private static List<String> texts(Json array) {
    return array.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  private Json pricing(String model) {
    List<Json> ofModel = new ArrayList<>();
    for (Json entry : file.at("prices").items()) {
      if (entry.at("when").at("model").text().map(model::equals).orElse(true)) {
        ofModel.add(entry);
      }
    }
    return Json.object()
        .put("unit", "credits")
        .put("usdPerCredit", Json.of(USD_PER_CREDIT))
        .put("from", file.at("pricesFrom"))
        .put("entries", Json.array(ofModel))
        .build();
  }

  /** The models. */
  public List<ModelSpec> models() {
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

  /** The price of the first entry that fits. */
  Price price(GenerationRequest request) {
    return file.at("prices").items().stream()
        .filter(entry -> fits(entry.at("when"), request))
        .findFirst()
        .flatMap(entry -> entry.at("credits").number())
        .map(credits -> Price.ofCredits(credits, USD_PER_CREDIT))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no price fits " + request.model() + " " + request.taskType()));
  }

  private static boolean fits(Json when, GenerationRequest request) {
    for (Map.Entry<String, Json> condition : when.fields().entrySet()) {
      Json actual =
          switch (condition.getKey()) {
            case "model" -> Json.of(request.model());
            case "taskType" -> Json.of(request.taskType());
            default -> request.parameters().at(condition.getKey());
          };
      if (!condition.getValue().text().equals(actual.text())) {
        return false;
      }
    }
    return true;
  }
}
