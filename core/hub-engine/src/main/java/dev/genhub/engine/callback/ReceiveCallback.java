package dev.genhub.engine.callback;

import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SignatureVerdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Takes a provider's callback in. What it says is not believed here: it is stored, and the
 * generation that its address names is looked at at once.
 */
public final class ReceiveCallback {

  private final Function<String, Optional<UUID>> generationOfToken;
  private final Function<String, Secrets> secretsOfPlugin;
  private final AdapterCalls adapters;
  private final CallbackStore store;
  private final BatchWriter<CallbackStore.Arrived, Void> arrivals;
  private final Clock clock;

  /**
   * @param generationOfToken which generation a token names; empty for a token that the hub did not
   *     make
   * @param secretsOfPlugin the secret settings of a plugin
   * @param arrivals stores callbacks, many in one commit
   */
  public ReceiveCallback(
      Function<String, Optional<UUID>> generationOfToken,
      Function<String, Secrets> secretsOfPlugin,
      AdapterCalls adapters,
      CallbackStore store,
      BatchWriter<CallbackStore.Arrived, Void> arrivals,
      Clock clock) {
    this.generationOfToken = generationOfToken;
    this.secretsOfPlugin = secretsOfPlugin;
    this.adapters = adapters;
    this.store = store;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /**
   * Stores the callback, then answers.
   *
   * @return completes with 200 once the callback is committed
   * @throws ApiProblem {@code not_found} for an unknown token, {@code unauthenticated} for a wrong
   *     signature
   */
  public CompletableFuture<ApiResponse> receive(ApiRequest request) {
    UUID generation =
        generationOfToken.apply(request.pathParameters().get("token")).orElseThrow(this::unknown);
    String plugin =
        store
            .pluginOf(generation, request.pathParameters().get("provider"))
            .orElseThrow(this::unknown);
    CallbackRequest callback = callback(request);
    requireSignature(plugin, callback);
    return arrivals
        .write(new CallbackStore.Arrived(generation, callback))
        .thenApply(stored -> ApiResponse.ok(Map.of("code", 200, "msg", "success")));
  }

  private ApiProblem unknown() {
    return ApiProblem.of(ErrorCode.NOT_FOUND, "the token of this callback address is not known");
  }

  private void requireSignature(String plugin, CallbackRequest callback) {
    SignatureVerdict verdict =
        adapters.ask(
            plugin,
            "verify a callback",
            adapter ->
                adapter
                    .callbacks()
                    .map(reader -> verify(reader, plugin, callback))
                    .orElse(SignatureVerdict.NOT_CONFIGURED));
    if (verdict == SignatureVerdict.INVALID || verdict == SignatureVerdict.STALE) {
      throw ApiProblem.of(
          ErrorCode.UNAUTHENTICATED, "the signature of this callback is " + verdict);
    }
  }

  private SignatureVerdict verify(CallbackReader reader, String plugin, CallbackRequest callback) {
    return reader.verify(callback, secretsOfPlugin.apply(plugin), clock.instant());
  }

  private static CallbackRequest callback(ApiRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return new CallbackRequest(headers, new String(request.body(), StandardCharsets.UTF_8));
  }
}
