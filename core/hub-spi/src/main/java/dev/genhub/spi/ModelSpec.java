package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A model in the catalogue.
 *
 * <p>JSON Schema sees the parameters, not the kind of task. What depends on the kind stands in the
 * schema as two annotations of a property, for people and forms to read, and is enforced by {@link
 * ProviderAdapter#check}:
 *
 * <ul>
 *   <li>{@code x-taskTypes}: the kinds of task that take the parameter; all of them when absent.
 *       With any other kind it may only stand at its {@code default}.
 *   <li>{@code x-requiredFor}: the kinds of task that cannot do without it.
 * </ul>
 *
 * @param id the name that users write, unique within the provider
 * @param aliases further names that mean the same model
 * @param taskTypes the contract's words for what the model can do, the usual one first
 * @param parametersSchema JSON Schema 2020-12 of the request's {@code parameters} object; closed
 *     ({@code additionalProperties: false}), with a {@code default} wherever one holds
 * @param pricing the price list as it is shown; {@code from.date} (ISO 8601) and {@code
 *     from.source} say where it comes from
 * @param estimatedTime how long a task usually takes
 * @param polling the model's own schedule; empty means the hub's
 */
public record ModelSpec(
    String id,
    List<String> aliases,
    ContentType contentType,
    List<String> taskTypes,
    Json parametersSchema,
    Json pricing,
    Duration estimatedTime,
    Optional<PollSchedule> polling) {

  /** The kinds of task that take a parameter. */
  public static final String TASK_TYPES = "x-taskTypes";

  /** The kinds of task that a parameter is required for. */
  public static final String REQUIRED_FOR = "x-requiredFor";

  public ModelSpec {
    Objects.requireNonNull(id, "id");
    aliases = List.copyOf(aliases);
    Objects.requireNonNull(contentType, "contentType");
    taskTypes = List.copyOf(taskTypes);
    if (taskTypes.isEmpty()) {
      throw new IllegalArgumentException("model '" + id + "' has no task type");
    }
    Objects.requireNonNull(parametersSchema, "parametersSchema");
    Objects.requireNonNull(pricing, "pricing");
    Objects.requireNonNull(estimatedTime, "estimatedTime");
    Objects.requireNonNull(polling, "polling");
  }
}
