package dev.genhub.engine.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.catalogue.CatalogueModel;
import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.RequestBody;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code PUT /v1/defaults}. Null takes a default away; what the body does not name stays. */
public final class ChangeDefaults {

  private final RequestBody body = new RequestBody(getClass(), "defaults-request.schema.json");
  private final DefaultModels defaults;
  private final Catalogues catalogues;

  /** Changes the defaults to models of the catalogue. */
  public ChangeDefaults(DefaultModels defaults, Catalogues catalogues) {
    this.defaults = defaults;
    this.catalogues = catalogues;
  }

  /**
   * Changes the caller's default models. A plain name is taken too, and kept with its provider.
   *
   * @throws ApiProblem {@code validation_failed} with one entry for each model that does not fit
   */
  public ApiResponse change(ApiRequest request) {
    ObjectNode wanted = body.read(request);
    List<Violation> violations = new ArrayList<>();
    Map<ContentType, Optional<String>> changes = new EnumMap<>(ContentType.class);
    for (ContentType made : ContentType.values()) {
      if (wanted.has(made.word())) {
        Optional<String> name = Optional.ofNullable(wanted.get(made.word()).textValue());
        changes.put(made, name.flatMap(text -> qualified(made, text, violations)));
      }
    }
    if (!violations.isEmpty()) {
      throw ApiProblem.invalid(violations);
    }
    defaults.change(request.userId(), changes);
    return ApiResponse.ok(DefaultsView.of(defaults.of(request.userId())));
  }

  private Optional<String> qualified(ContentType made, String name, List<Violation> violations) {
    Optional<CatalogueModel> model = catalogues.current().find(name, Optional.empty());
    if (model.isEmpty()) {
      violations.add(
          new Violation(
              "/" + made.word(), "there is no model '" + name + "'; GET /v1/models lists them"));
      return Optional.empty();
    }
    ContentType makes = model.get().spec().contentType();
    if (makes != made) {
      violations.add(
          new Violation(
              "/" + made.word(),
              "'" + name + "' makes '" + makes.word() + "', not '" + made.word() + "'"));
    }
    return model.map(CatalogueModel::qualifiedId);
  }
}
