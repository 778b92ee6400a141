package dev.genhub.engine.key;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.HttpCall;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks a plugin of the key's provider how a key is tested. */
public final class DescribeKeyCheck {

  private final KeyStore keys;
  private final Catalogues catalogues;
  private final AdapterCalls adapters;
  private final Clock clock;

  /** Finds keys in the store and plugins in the catalogue. */
  public DescribeKeyCheck(
      KeyStore keys, Catalogues catalogues, AdapterCalls adapters, Clock clock) {
    this.keys = keys;
    this.catalogues = catalogues;
    this.adapters = adapters;
    this.clock = clock;
  }

  /**
   * Describes the test of the caller's own key.
   *
   * @throws ApiProblem {@code not_found}; {@code conflict} when the provider has no such call;
   *     {@code unavailable} when none of its plugins works
   */
  public KeyTest describe(ApiRequest request) {
    UUID id = request.pathId("id");
    TestedKey key =
        keys.tested(request.userId(), id).orElseThrow(() -> ApiProblem.notFound("key", id));
    String plugin = pluginOf(key.provider());
    CallContext context = new CallContext(clock.instant(), request.id(), Optional.empty());
    HttpCall call =
        adapters.ask(
            plugin,
            "describe a key check",
            adapter -> adapter.keyCheck().orElseThrow().describe(context));
    return new KeyTest(
        Actor.of(request), key, plugin, new OutboundCall(call, Optional.of(key.versionId())));
  }

  private String pluginOf(String provider) {
    Catalogue catalogue = catalogues.current();
    List<String> plugins =
        catalogue.workingPlugins().stream().filter(id -> serves(catalogue, id, provider)).toList();
    if (plugins.isEmpty()) {
      throw ApiProblem.later(
          ErrorCode.UNAVAILABLE,
          "no plugin of provider '" + provider + "' works right now",
          Duration.ofSeconds(30));
    }
    return plugins.stream()
        .filter(this::checksKeys)
        .findFirst()
        .orElseThrow(
            () ->
                ApiProblem.of(
                    ErrorCode.CONFLICT,
                    "a key of provider '"
                        + provider
                        + "' cannot be tested: it offers no call that costs nothing"));
  }

  private static boolean serves(Catalogue catalogue, String plugin, String provider) {
    return catalogue
        .service(plugin)
        .filter(service -> service.descriptor().provider().equals(provider))
        .isPresent();
  }

  private boolean checksKeys(String plugin) {
    return adapters.ask(plugin, "say whether keys can be tested", it -> it.keyCheck().isPresent());
  }
}
