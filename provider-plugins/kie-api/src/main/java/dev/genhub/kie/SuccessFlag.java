package dev.genhub.kie;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.function.Function;

/** {@code successFlag}, the state of several families in the live dialect: 0, 1, 2 and 3. */
public final class SuccessFlag {

  private SuccessFlag() {}

  /** Reads a record; the results only when the flag says success. */
  public static TaskStatus read(Json record, Function<Json, List<Artifact>> results) {
    String flag = record.at("successFlag").text().orElse("");
    return switch (flag) {
      case "0" -> TaskStatus.Running.unmeasured();
      case "1" -> Artifacts.success(results.apply(record));
      case "2", "3" ->
          new TaskStatus.Failed(
              KieFailures.taskFailed(
                  record.at("errorCode").text().orElse(""),
                  record.at("errorMessage").text().orElse("")));
      default -> new TaskStatus.Unrecognised("successFlag '" + flag + "'");
    };
  }
}
