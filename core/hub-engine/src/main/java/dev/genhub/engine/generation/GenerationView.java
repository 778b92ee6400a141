package dev.genhub.engine.generation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.engine.content.ContentItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A generation as the API shows it (HTTP contract, Generation).
 *
 * @param queuedAhead how many generations of its account at the provider are sent before it; null
 *     when it does not wait
 * @param revision grows with every change; not shown
 */
public record GenerationView(
    UUID id,
    String status,
    String contentType,
    String taskType,
    String provider,
    String model,
    String prompt,
    JsonNode parameters,
    UUID parentId,
    UUID keyId,
    int progress,
    Integer estimatedTime,
    Integer queuedAhead,
    Cost cost,
    String providerTaskId,
    List<ContentItem> results,
    String resultUrl,
    Error error,
    JsonNode metadata,
    Instant createdAt,
    Instant startedAt,
    Instant completedAt,
    @JsonIgnore long revision) {

  /** Credits of the provider and their worth. */
  public record Amount(BigDecimal credits, BigDecimal usd) {}

  /**
   * What it costs.
   *
   * @param estimated the quote, which is what was reserved
   * @param charged null until it is settled, and when nothing was charged
   */
  public record Cost(Amount estimated, Amount charged) {}

  /**
   * Why it failed.
   *
   * @param retryable whether the same request may succeed later
   * @param charged whether it was charged all the same
   */
  public record Error(String code, String message, boolean retryable, boolean charged) {}

  /** A generation that was accepted this moment. */
  static GenerationView accepted(NewGeneration made) {
    PlannedGeneration plan = made.priced().plan();
    GenerationOrder order = plan.order();
    return new GenerationView(
        made.id(),
        "pending",
        plan.model().spec().contentType().word(),
        plan.request().taskType(),
        plan.model().provider(),
        plan.model().spec().id(),
        order.prompt(),
        order.parameters(),
        order.parentId().orElse(null),
        made.keyId(),
        0,
        (int) plan.model().spec().estimatedTime().toSeconds(),
        null,
        new Cost(new Amount(made.priced().price().credits(), made.priced().price().usd()), null),
        null,
        List.of(),
        null,
        null,
        order.metadata().orElse(null),
        made.createdAt(),
        null,
        null,
        0);
  }
}
