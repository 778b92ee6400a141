package dev.genhub.kie;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plugin's models as data.
 *
 * <ul>
 *   <li>{@code models}: each with {@code id}, {@code aliases}, {@code contentType}, {@code
 *       taskTypes} and {@code estimatedSeconds}; what most of them share stands in {@code each}
 *   <li>{@code parameters}: the schema of all; a model's own {@code properties} change single ones
 *   <li>{@code prices} and {@code pricesFrom}: see {@link PriceList}
 *   <li>{@code prompts}: see {@link PromptRules}; {@code rules}: see {@link FieldRules}
 *   <li>{@code parents}: see {@link ParentRules}
 * </ul>
 *
 * Prices, prompts and rules may also stand in a model, which then has no others.
 */
final class ModelsFile {

  private static final List<String> SHARED =
      List.of("parameters", "prices", "pricesFrom", "prompts", "rules");

  private final Map<String, Model> models = new LinkedHashMap<>();
  private final ParentRules parents;

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if an entry is unusable; the message says which and why
   */
  ModelsFile(Json file) {
    Json.ObjectBuilder shared = Json.object();
    SHARED.forEach(part -> shared.put(part, file.at(part)));
    Json base = shared.build().merged(file.at("each"));
    for (Json own : file.at("models").items()) {
      Model model = Model.of(base.merged(own));
      models.put(model.spec().id(), model);
    }
    this.parents = new ParentRules(file.at("parents"), models.keySet());
  }

  /** The text of a file beside a class. */
  static Json beside(Class<?> type, String name) {
    try (InputStream in = type.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the plugin has no " + name);
      }
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalStateException("the plugin's " + name + " cannot be read", unreadable);
    }
  }

  List<ModelSpec> models() {
    return models.values().stream().map(Model::spec).toList();
  }

  /** What a model can do. */
  List<String> taskTypes(String model) {
    return models.get(model).spec().taskTypes();
  }

  /** What is wrong with a request. */
  List<Violation> check(GenerationRequest request) {
    List<Violation> found = new ArrayList<>(models.get(request.model()).check(request));
    parents.check(request).ifPresent(found::add);
    return found;
  }

  Price price(GenerationRequest request) {
    return models.get(request.model()).price(request);
  }
}
