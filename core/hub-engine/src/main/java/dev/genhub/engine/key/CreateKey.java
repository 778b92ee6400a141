package dev.genhub.engine.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.RequestBody;
import java.util.Set;
import java.util.TreeSet;

/** {@code POST /v1/keys}. */
public final class CreateKey {

  private final RequestBody body = new RequestBody(getClass(), "key-request.schema.json");
  private final KeyStore keys;
  private final Catalogues catalogues;

  /** Stores keys for the providers of the catalogue. */
  public CreateKey(KeyStore keys, Catalogues catalogues) {
    this.keys = keys;
    this.catalogues = catalogues;
  }

  /**
   * Stores the key and answers without it.
   *
   * @throws ApiProblem {@code validation_failed} or {@code conflict}
   */
  public ApiResponse create(ApiRequest request) {
    ObjectNode wanted = body.read(request);
    String provider = wanted.get("provider").textValue();
    requireProvider(provider);
    String apiKey = ApiKeyText.require(wanted.get("apiKey").textValue());
    KeyView made = keys.create(Actor.of(request), provider, wanted.get("name").textValue(), apiKey);
    return ApiResponse.created("/v1/keys/" + made.id(), made);
  }

  private void requireProvider(String provider) {
    Set<String> known = new TreeSet<>();
    catalogues.current().models().forEach(model -> known.add(model.provider()));
    if (!known.contains(provider)) {
      throw ApiProblem.invalid("/provider", "'" + provider + "' is none of " + known);
    }
  }
}
