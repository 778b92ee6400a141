package dev.genhub.engine.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/models}. */
public final class ListModels {

  /** A model as the API shows it. */
  record ModelView(
      String id,
      String provider,
      List<String> aliases,
      String contentType,
      List<String> taskTypes,
      JsonNode parametersSchema,
      JsonNode pricing,
      long estimatedTime) {}

  private final Catalogues catalogues;

  /** Lists the catalogue of the moment. */
  public ListModels(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  /** The models, by content type and provider where the query says so. */
  public ApiResponse list(ApiRequest request) {
    List<ModelView> models =
        catalogues.current().models().stream()
            .filter(model -> matches(request, "provider", model.provider()))
            .filter(model -> matches(request, "contentType", model.spec().contentType().word()))
            .map(ListModels::view)
            .toList();
    return ApiResponse.ok(Map.of("data", models));
  }

  private static boolean matches(ApiRequest request, String name, String value) {
    return request.query(name).map(value::equals).orElse(true);
  }

  private static ModelView view(CatalogueModel model) {
    return new ModelView(
        model.spec().id(),
        model.provider(),
        model.spec().aliases(),
        model.spec().contentType().word(),
        model.spec().taskTypes(),
        model.schema().source(),
        SpiJson.toJackson(model.spec().pricing()),
        model.spec().estimatedTime().toSeconds());
  }
}
