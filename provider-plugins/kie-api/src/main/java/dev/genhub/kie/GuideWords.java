package dev.genhub.kie;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The state words of the guide dialect, which all families share (integration guide, status
 * values). The guide says that a failed task has an error message, not where.
 */
public final class GuideWords {

  private GuideWords() {}

  /** Reads a record; the results only when it says that it is completed. */
  public static TaskStatus read(Json record, Function<Json, List<Artifact>> results) {
    String word = record.at("status").text().orElse("");
    return switch (word) {
      case "pending" -> TaskStatus.Running.unmeasured();
      case "processing" -> new TaskStatus.Running(Progress.ofPercent(record.at("progress")));
      case "completed" -> Artifacts.success(results.apply(record));
      case "failed" ->
          new TaskStatus.Failed(
              KieFailures.taskFailed(record.at("errorCode").text().orElse(""), reason(record)));
      default -> new TaskStatus.Unrecognised("status '" + word + "'");
    };
  }

  private static String reason(Json record) {
    return Stream.of("errorMessage", "error", "message")
        .flatMap(name -> record.at(name).nonBlankText().stream())
        .findFirst()
        .orElse("");
  }
}
