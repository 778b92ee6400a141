package dev.genhub.kie;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** {@code state}, the word for the state of several families in the live dialect. */
public final class StateWords {

  private StateWords() {}

  /**
   * Reads a record; the results only when the word says success.
   *
   * @param running the family's words for a task that goes on
   */
  public static TaskStatus read(
      Json record, Set<String> running, Function<Json, List<Artifact>> results) {
    String state = record.at("state").text().orElse("");
    if (running.contains(state)) {
      return new TaskStatus.Running(Progress.ofPercent(record.at("progress")));
    }
    return switch (state) {
      case "success" -> Artifacts.success(results.apply(record));
      case "fail" ->
          new TaskStatus.Failed(
              KieFailures.taskFailed(
                  record.at("failCode").text().orElse(""), record.at("failMsg").text().orElse("")));
      default -> new TaskStatus.Unrecognised("state '" + state + "'");
    };
  }
}
