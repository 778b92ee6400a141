package dev.genhub.engine.callback;

import dev.genhub.engine.catalogue.ModelReference;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a provider's callback in. What it says is not acted on here: it is stored with the worth of
 * its signature, and the generation that its address names is looked at at once.
 */
public final class ReceiveCallback {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiveCallback.class);

  private final Function<String, Optional<UUID>> generationOfToken;
  private final Function<String, Secrets> secretsOfPlugin;
  private final AdapterCalls adapters;
  private final CallbackStore store;
  private final BatchWriter<CallbackStore.Arrived, Void> arrivals;
  private final CallbackPulse pulse;
  private final Clock clock;

  /**
   * @param generationOfToken which generation a token names; empty for a token that the hub did not
   *     make
   * @param secretsOfPlugin the secret settings of a plugin
   * @param arrivals stores callbacks, many in one commit
   * @param pulse told of every callback that is taken in
   */
  public ReceiveCallback(
      Function<String, Optional<UUID>> generationOfToken,
      Function<String, Secrets> secretsOfPlugin,
      AdapterCalls adapters,
      CallbackStore store,
      BatchWriter<CallbackStore.Arrived, Void> arrivals,
      CallbackPulse pulse,
      Clock clock) {
    this.generationOfToken = generationOfToken;
    this.secretsOfPlugin = secretsOfPlugin;
    this.adapters = adapters;
    this.store = store;
    this.arrivals = arrivals;
    this.pulse = pulse;
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
    ModelReference maker =
        store
            .makerOf(generation, request.pathParameters().get("provider"))
            .orElseThrow(this::unknown);
    CallbackRequest callback = callback(request);
    boolean decisive = decides(maker, callback);
    return arrivals
        .write(new CallbackStore.Arrived(generation, callback, decisive))
        .thenApply(
            stored -> {
              pulse.beat(maker.plugin());
              return ApiResponse.ok(Map.of("code", 200, "msg", "success"));
            });
  }

  private ApiProblem unknown() {
    return ApiProblem.of(ErrorCode.NOT_FOUND, "the token of this callback address is not known");
  }

  /** Whether it may be believed; one with a wrong or an old signature is refused. */
  private boolean decides(ModelReference maker, CallbackRequest callback) {
    Verified verified = verify(maker, callback);
    if (verified.verdict() == SignatureVerdict.INVALID
        || verified.verdict() == SignatureVerdict.STALE) {
      throw ApiProblem.of(
          ErrorCode.UNAUTHENTICATED, "the signature of this callback is " + verified.verdict());
    }
    return verified.verdict() == SignatureVerdict.VALID && verified.bodyIsSigned();
  }

  private record Verified(SignatureVerdict verdict, boolean bodyIsSigned) {
    static final Verified NOTHING = new Verified(SignatureVerdict.NOT_CONFIGURED, false);
  }

  /** A plugin that is not there must not lose a callback: it is a hint then. */
  private Verified verify(ModelReference maker, CallbackRequest callback) {
    try {
      return adapters.ask(
          maker,
          "verify a callback",
          adapter ->
              adapter
                  .callbacks()
                  .map(reader -> verify(reader, maker.plugin(), callback))
                  .orElse(Verified.NOTHING));
    } catch (AdapterDefectException defect) {
      LOG.error("plugin={} {}", maker.plugin(), defect.getMessage());
      return Verified.NOTHING;
    }
  }

  private Verified verify(CallbackReader reader, String plugin, CallbackRequest callback) {
    SignatureVerdict verdict =
        reader.verify(callback, secretsOfPlugin.apply(plugin), clock.instant());
    return new Verified(verdict, reader.bodyIsSigned());
  }

  private static CallbackRequest callback(ApiRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return new CallbackRequest(headers, new String(request.body(), StandardCharsets.UTF_8));
  }
}
