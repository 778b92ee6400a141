package dev.genhub.engine.generation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.key.ChooseKey;
import dev.genhub.engine.key.ChosenKey;
import dev.genhub.engine.limit.RequestWindow;
import dev.genhub.engine.store.BatchWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Commits a generation: key, reservation, idempotency and row, together or not at all. */
public final class AcceptGeneration {

  private final ChooseKey keys;
  private final BatchWriter<NewGeneration, Acceptance> intake;
  private final GenerationReads reads;
  private final Optional<BigDecimal> defaultLimitUsd;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /**
   * @param intake accepts generations, many in one commit
   * @param defaultLimitUsd the monthly limit of users who have none of their own
   */
  public AcceptGeneration(
      ChooseKey keys,
      BatchWriter<NewGeneration, Acceptance> intake,
      GenerationReads reads,
      Optional<BigDecimal> defaultLimitUsd,
      Clock clock) {
    this.keys = keys;
    this.intake = intake;
    this.reads = reads;
    this.defaultLimitUsd = defaultLimitUsd;
    this.clock = clock;
  }

  /**
   * Accepts.
   *
   * @return completes with 202 once the generation is committed
   * @throws ApiProblem {@code provider_key_required}; the result fails with {@code
   *     spending_limit_exceeded}, {@code rate_limited} or {@code idempotency_key_reused}
   */
  public CompletableFuture<ApiResponse> accept(PricedGeneration priced) {
    GenerationOrder order = priced.plan().order();
    UUID user = order.caller().userId();
    ChosenKey key = keys.choose(user, priced.plan().model().provider(), order.keyId());
    // price, day and month are of one moment
    Instant requestedAt = priced.plan().request().requestedAt();
    NewGeneration made =
        new NewGeneration(
            ids.generate(), priced, key.keyId(), key.versionId(), defaultLimitUsd, requestedAt);
    return intake.write(made).thenApply(acceptance -> answer(acceptance, user));
  }

  private ApiResponse answer(Acceptance acceptance, UUID user) {
    if (acceptance instanceof Acceptance.Accepted accepted) {
      return answer(
          GenerationView.accepted(accepted.generation()),
          accepted.window().map(window -> window.headers(clock.instant())).orElse(Map.of()));
    }
    if (acceptance instanceof Acceptance.Replayed replayed) {
      GenerationView earlier =
          reads
              .find(user, replayed.id())
              .orElseThrow(() -> ApiProblem.notFound("generation", replayed.id()));
      return answer(earlier, Map.of("Idempotency-Replayed", "true"));
    }
    if (acceptance instanceof Acceptance.RateLimited limited) {
      throw tooMany(limited.window());
    }
    throw acceptance instanceof Acceptance.KeyReused
        ? ApiProblem.of(
            ErrorCode.IDEMPOTENCY_KEY_REUSED,
            "this Idempotency-Key came with another body before; use a new one")
        : ApiProblem.of(
            ErrorCode.SPENDING_LIMIT_EXCEEDED,
            "what is reserved and spent this month leaves no room for this generation");
  }

  private ApiProblem tooMany(RequestWindow window) {
    Instant now = clock.instant();
    return ApiProblem.later(
            ErrorCode.RATE_LIMITED,
            window.limit() + " generation requests a minute are allowed",
            window.untilEnd(now))
        .withHeaders(window.headers(now));
  }

  private static ApiResponse answer(GenerationView view, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Location", "/v1/generations/" + view.id());
    return new ApiResponse(202, headers, view);
  }
}
