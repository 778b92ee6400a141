package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plugin's models as data: a JSON file beside its classes.
 *
 * <pre>{@code
 * {
 *   "prices": {
 *     "from": {"date": "2026-11-23", "source": "price page of Acme"},
 *     "unit": "usd",
 *     "entries": [{"when": {"model": "acme-2", "size": ["large", "huge"]}, "usd": 0.08}, {"usd": 0.04}]
 *   },
 *   "parameters": {
 *     "$schema": "https://json-schema.org/draft/2020-12/schema",
 *     "type": "object", "additionalProperties": false,
 *     "properties": {"size": {"enum": ["small", "large", "huge"], "default": "small"}}
 *   },
 *   "each": {"contentType": "image", "taskTypes": ["text2img"], "estimatedSeconds": 20},
 *   "models": [
 *     {"id": "acme-1", "aliases": ["acme"], "properties": {"size": {"enum": ["small", "large"]}}},
 *     {"id": "acme-2"}
 *   ]
 * }
 * }</pre>
 *
 * <p>What models share stands in {@code each}; {@code parameters} is the schema of all of them. A
 * model's own {@code properties} change parameters of it or add some, and {@code null} takes one
 * away. Of the prices the first entry counts whose {@code when} holds: the names in it are {@code
 * model}, {@code taskType} and those of parameters, each with a value or an array of values. A
 * price that is not for ever has {@code validFrom} or {@code validUntil}, see {@link Validity}.
 * What else stands in entries of prices and models is the plugin's own.
 */
public final class ModelsFile {

  private final Json file;
  private final List<ModelSpec> models;

  private ModelsFile(Json file) {
    this.file = file;
    this.models = file.at("models").items().stream().map(this::model).toList();
    // a date that cannot be read is found at the start, not by the first quote
    prices().at("entries").items().forEach(Validity::of);
  }

  /**
   * Reads a file of the plugin.
   *
   * @param beside a class of the plugin, in whose folder the file stands
   * @throws IllegalStateException if it is missing, or lacks something; that is a defect
   */
  public static ModelsFile read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the plugin has no " + name);
      }
      return of(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new IllegalStateException("the plugin's " + name + " cannot be read", unreadable);
    }
  }

  static ModelsFile of(Json file) {
    return new ModelsFile(file);
  }

  /** The models, in the order of the file. */
  public List<ModelSpec> models() {
    return models;
  }

  /** What the file says of a model, {@code each} included; {@link Json#MISSING} if nothing. */
  public Json entry(String model) {
    return file.at("models").items().stream()
        .filter(own -> own.at("id").equals(Json.of(model)))
        .findFirst()
        .map(own -> file.at("each").merged(own))
        .orElse(Json.MISSING);
  }

  /** Everything about prices. */
  public Json prices() {
    return file.at("prices");
  }

  /**
   * The entry of the prices that counts for a request.
   *
   * @throws IllegalStateException if none does; the kit finds such gaps
   */
  public Json price(GenerationRequest request) {
    return prices().at("entries").items().stream()
        .filter(entry -> holds(entry.at("when"), request))
        .filter(entry -> Validity.of(entry).holds(request.requestedAt()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no price fits " + request.model() + " " + request.taskType()));
  }

  private static boolean holds(Json when, GenerationRequest request) {
    for (Map.Entry<String, Json> condition : when.fields().entrySet()) {
      Json actual =
          switch (condition.getKey()) {
            case "model" -> Json.of(request.model());
            case "taskType" -> Json.of(request.taskType());
            default -> request.parameters().at(condition.getKey());
          };
      if (!condition.getValue().itemsOrSelf().contains(actual)) {
        return false;
      }
    }
    return true;
  }

  private ModelSpec model(Json own) {
    Json model = file.at("each").merged(own);
    String id = needed(model, "id").text().orElseThrow();
    return new ModelSpec(
        id,
        texts(model.at("aliases")),
        ContentType.of(needed(model, "contentType").text().orElseThrow()),
        texts(needed(model, "taskTypes")),
        schema(model),
        shownPrices(id),
        Duration.ofSeconds(needed(model, "estimatedSeconds").integer().orElseThrow()),
        Optional.empty());
  }

  private static Json needed(Json model, String name) {
    if (!model.at(name).isPresent()) {
      throw new IllegalStateException("model " + model.at("id") + " has no '" + name + "'");
    }
    return model.at(name);
  }

  private static List<String> texts(Json array) {
    return array.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  private Json schema(Json model) {
    Json shared = file.at("parameters").at("properties");
    Json changes = model.at("properties");
    Json.ObjectBuilder properties = Json.object();
    for (String name : shared.merged(changes).fields().keySet()) {
      if (!changes.at(name).equals(Json.NULL)) {
        Json property = shared.at(name).merged(changes.at(name));
        properties.put(name, ofModel(property, model.at("taskTypes")));
      }
    }
    return file.at("parameters")
        .merged(Json.object().put("properties", properties.build()).build());
  }

  /** A property whose annotations name the model's own kinds of task only. */
  private static Json ofModel(Json property, Json taskTypes) {
    Json.ObjectBuilder own = Json.object();
    for (String annotation : List.of(ModelSpec.TASK_TYPES, ModelSpec.REQUIRED_FOR)) {
      if (property.at(annotation).isArray()) {
        List<Json> kept = new ArrayList<>(property.at(annotation).items());
        kept.retainAll(taskTypes.items());
        own.put(annotation, Json.array(kept));
      }
    }
    return property.merged(own.build());
  }

  /** The price list as users see it, without the entries of other models. */
  private Json shownPrices(String model) {
    List<Json> concerned =
        prices().at("entries").items().stream()
            .filter(entry -> concerns(entry.at("when").at("model"), model))
            .toList();
    return prices().merged(Json.object().put("entries", Json.array(concerned)).build());
  }

  private static boolean concerns(Json models, String model) {
    return !models.isPresent() || models.itemsOrSelf().contains(Json.of(model));
  }
}
