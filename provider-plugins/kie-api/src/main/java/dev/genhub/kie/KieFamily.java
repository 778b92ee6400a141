package dev.genhub.kie;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.List;

/** What one family of models has of its own in one dialect: fields, addresses and state words. */
public interface KieFamily {

  /** Which of the model's task types the parameters mean: images make it start from them. */
  default String taskType(Json parameters, List<String> offered) {
    boolean images =
        parameters.at("imageUrl").isPresent() || parameters.at("imageUrls").isPresent();
    return offered.stream()
        .filter(kind -> kind.startsWith("img2") == images)
        .findFirst()
        .orElse(offered.get(0));
  }

  /** What neither the schema nor the data file can say. */
  default List<Violation> check(GenerationRequest request) {
    return List.of();
  }

  /** The call that asks for the task. */
  HttpCall submit(KieApi api, GenerationRequest request, CallContext context);

  /** Reads the answer to it; the shared envelope suffices for nearly every task. */
  default SubmitOutcome readSubmit(KieReply reply, GenerationRequest request) {
    return reply.submit();
  }

  /** The call that reads the task's state. */
  HttpCall status(KieApi api, TaskRef task);

  /** Reads the answer to it. */
  default TaskStatus readStatus(KieReply reply, TaskRef task) {
    return reply.task(record -> read(record, task));
  }

  /**
   * Reads the record of a task: {@code data} in the live dialect, the whole body in the guide's.
   */
  TaskStatus read(Json record, TaskRef task);
}
