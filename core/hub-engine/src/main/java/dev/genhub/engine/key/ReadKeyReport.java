package dev.genhub.engine.key;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyReport;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what the provider's answer means for the key. */
public final class ReadKeyReport {

  private static final Logger LOG = LoggerFactory.getLogger(ReadKeyReport.class);

  private final AdapterCalls adapters;

  /** Reads with the adapters of the catalogue. */
  public ReadKeyReport(AdapterCalls adapters) {
    this.adapters = adapters;
  }

  /** Reads the report; never throws. */
  public KeyReport read(@Body CallResult result, @Variable("test") KeyTest test) {
    return result.match(
        reply -> interpret(reply, test),
        ReadKeyReport::problem,
        reason -> problem(FailureKind.PROVIDER_UNAVAILABLE, reason));
  }

  private KeyReport interpret(HttpReply reply, KeyTest test) {
    try {
      return adapters.ask(
          test.plugin(),
          "read a key check's reply",
          adapter -> adapter.keyCheck().orElseThrow().interpret(reply));
    } catch (AdapterDefectException defect) {
      LOG.error("key={} provider={}", test.key().id(), test.key().provider(), defect);
      return problem(FailureKind.UNREADABLE_REPLY, defect.getMessage());
    }
  }

  private static KeyReport problem(FailureKind kind, String message) {
    return problem(Failure.uncharged(kind, "", message));
  }

  private static KeyReport problem(Failure failure) {
    return new KeyReport(Optional.of(failure), Optional.empty());
  }
}
