package dev.genhub.engine.polling;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.TaskStatus;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what the provider's answer means for the task. A lost answer only means another look. */
public final class ReadStatusReply {

  private static final Logger LOG = LoggerFactory.getLogger(ReadStatusReply.class);

  private final AdapterCalls adapters;

  /** Reads with the adapters of the catalogue. */
  public ReadStatusReply(AdapterCalls adapters) {
    this.adapters = adapters;
  }

  /** Reads the status; never throws. */
  public TaskStatus read(@Body CallResult result, @Variable("work") ClaimedGeneration work) {
    return result.match(
        reply -> interpret(reply, work),
        TaskStatus.Unavailable::new,
        reason ->
            new TaskStatus.Unavailable(
                Failure.uncharged(FailureKind.PROVIDER_UNAVAILABLE, "", reason)));
  }

  private TaskStatus interpret(HttpReply reply, ClaimedGeneration work) {
    try {
      return adapters.ask(
          work,
          "read a status reply",
          adapter -> adapter.status().orElseThrow().interpret(FollowedTask.of(work), reply));
    } catch (AdapterDefectException defect) {
      LOG.error("generation={} provider={} {}", work.id(), work.provider(), defect.getMessage());
      LOG.debug("generation={}", work.id(), defect);
      return new TaskStatus.Unrecognised(defect.getMessage());
    }
  }
}
