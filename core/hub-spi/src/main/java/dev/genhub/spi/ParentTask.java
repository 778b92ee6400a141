package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The finished task that an extend, upscale or vary works on.
 *
 * @param taskId the provider's id of it
 * @param parameters the parameters that it was made with, defaults filled in
 * @param items its results in their order
 */
public record ParentTask(
    String taskId, String model, String taskType, Json parameters, List<Item> items) {

  /** The kinds of task that work on a parent; all others take none. */
  public static final Set<String> FOLLOW_UPS =
      Set.of("extend_video", "upscale_video", "extend_music", "upscale_image", "vary_image");

  public ParentTask {
    Objects.requireNonNull(taskId, "taskId");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(taskType, "taskType");
    Objects.requireNonNull(parameters, "parameters");
    items = List.copyOf(items);
  }

  /**
   * A result of the task, see {@link Artifact}.
   *
   * @param id the provider's id of it
   * @param style what a music track was made to sound like
   */
  public record Item(Optional<String> id, Optional<String> title, Optional<String> style) {

    public Item {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(style, "style");
    }
  }
}
