package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.plugin.InstalledPlugin.Service;
import dev.genhub.spi.ModelSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A working plugin with its models.
 *
 * @param models by qualified id, in the plugin's order
 */
record ServingPlugin(InstalledPlugin plugin, Service service, Map<String, CatalogueModel> models) {

  /**
   * Compiles the schemas of a plugin's models.
   *
   * @throws RuntimeException if one is broken, or a model is there twice
   */
  static ServingPlugin of(InstalledPlugin plugin, Service service) {
    Map<String, CatalogueModel> models = new LinkedHashMap<>();
    for (ModelSpec spec : service.adapter().models()) {
      CatalogueModel model =
          new CatalogueModel(
              plugin.id(),
              service.descriptor().provider(),
              spec,
              new ParameterSchema(spec.parametersSchema()),
              service.adapter());
      if (models.put(model.qualifiedId(), model) != null) {
        throw servedAlready(model.qualifiedId(), plugin.id());
      }
    }
    return new ServingPlugin(plugin, service, models);
  }

  static IllegalArgumentException servedAlready(String model, String plugin) {
    return new IllegalArgumentException(
        "model '" + model + "' is served by plugin '" + plugin + "' already");
  }

  /** How well it fits work that is under way: the model counts more than the version. */
  int fitness(ModelReference work) {
    int serves = models.containsKey(work.qualifiedModel()) ? 2 : 0;
    int succeeds = work.version().map(plugin::takesOver).orElse(true) ? 1 : 0;
    return serves + succeeds;
  }
}
