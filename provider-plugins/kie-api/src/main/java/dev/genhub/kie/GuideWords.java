package dev.genhub.kie;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The state words of the guide dialect, which all families share (integration guide, status
 * values).
 */
public final class GuideWords {

  private GuideWords() {}

  /** Reads a record; the results only when it says that it is completed. */
  public static TaskStatus read(Json record, Function<Json, List<Artifact>> results) {
    String word = record.at("status").text().orElse("");
    return switch (word) {
      case "pending" -> TaskStatus.Running.unmeasured();
      case "processing" -> new TaskStatus.Running(progress(record));
      case "completed" -> Artifacts.success(results.apply(record), record);
      case "failed" ->
          new TaskStatus.Failed(
              KieFailures.taskFailed(
                  record.at("errorCode").text().orElse(""),
                  record
                      .at("errorMessage")
                      .text()
                      .or(() -> record.at("message").text())
                      .orElse("")));
      default -> new TaskStatus.Unrecognised("status '" + word + "'");
    };
  }

  private static OptionalInt progress(Json record) {
    return record.at("progress").integer().map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
