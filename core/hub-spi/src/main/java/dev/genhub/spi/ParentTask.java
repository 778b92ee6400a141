package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The finished task that an extend, upscale or vary works on.
 *
 * @param taskId the provider's id of it
 * @param parameters the parameters that it was made with, defaults filled in
 * @param itemIds the provider's ids of its results in their order, see {@link Artifact#itemId()};
 *     shorter than the results when the provider names none
 */
public record ParentTask(
    String taskId, String model, String taskType, Json parameters, List<String> itemIds) {

  /** The kinds of task that work on a parent; all others take none. */
  public static final Set<String> FOLLOW_UPS =
      Set.of("extend_video", "upscale_video", "extend_music", "upscale_image", "vary_image");

  public ParentTask {
    Objects.requireNonNull(taskId, "taskId");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(taskType, "taskType");
    Objects.requireNonNull(parameters, "parameters");
    itemIds = List.copyOf(itemIds);
  }
}
