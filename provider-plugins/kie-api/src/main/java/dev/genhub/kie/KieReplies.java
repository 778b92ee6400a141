package dev.genhub.kie;

import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.Optional;
import java.util.function.Function;

/** Reads replies, from whichever of the two forms they come in. */
public final class KieReplies {

  /**
   * A reply taken apart.
   *
   * @param code the body's code in the live dialect, the HTTP status in the guide's
   * @param explicit whether KIE.AI itself said so, and not a gateway in front of it
   * @param record {@code data} in the live dialect, the body in the guide's
   */
  private record Envelope(int code, boolean explicit, String message, Json record) {}

  private final Dialect dialect;

  /** Reads the dialect's replies. */
  public KieReplies(Dialect dialect) {
    this.dialect = dialect;
  }

  private Envelope open(HttpReply reply) {
    Json body = reply.json();
    Optional<Integer> code = body.at("code").integer();
    String message = body.at("msg").text().or(() -> body.at("message").text()).orElse("");
    if (dialect == Dialect.LIVE) {
      // HTTP 200 even for failures; but a real 4xx or 5xx without an envelope comes from a gateway
      return new Envelope(code.orElse(reply.status()), code.isPresent(), message, body.at("data"));
    }
    boolean said = body.isObject() && reply.status() < 500;
    return new Envelope(reply.status(), said, message, body);
  }

  /** What became of a submit. */
  public SubmitOutcome submit(HttpReply reply) {
    Envelope envelope = open(reply);
    if (envelope.code() == 200) {
      return envelope
          .record()
          .at("taskId")
          .nonBlankText()
          .<SubmitOutcome>map(SubmitOutcome.Accepted::new)
          .orElseGet(() -> new SubmitOutcome.Unclear("success without a task id"));
    }
    // a gateway that refuses by status never let the call through; one that fails may have
    boolean refusedByGateway = reply.status() >= 400 && reply.status() < 500;
    if (envelope.explicit() || refusedByGateway || reply.status() == 503) {
      return new SubmitOutcome.Rejected(refusal(envelope, reply));
    }
    return new SubmitOutcome.Unclear("HTTP " + reply.status() + " without an explanation");
  }

  private static Failure refusal(Envelope envelope, HttpReply reply) {
    if (!envelope.explicit() && (reply.status() == 403 || reply.status() == 503)) {
      // the wall in front of the API, not the API: no word about the key
      return Failure.uncharged(
              FailureKind.PROVIDER_UNAVAILABLE,
              String.valueOf(reply.status()),
              "the provider's gateway refused the call")
          .after(reply.retryAfter());
    }
    return KieFailures.refused(envelope.code(), envelope.message()).after(reply.retryAfter());
  }

  /**
   * What a status reply says.
   *
   * @param read reads the record when there is one
   */
  public TaskStatus status(HttpReply reply, Function<Json, TaskStatus> read) {
    Envelope envelope = open(reply);
    if (envelope.code() == 200) {
      return envelope.record().isObject()
          ? read.apply(envelope.record())
          : new TaskStatus.Unrecognised("no record of the task");
    }
    if (envelope.explicit() && (envelope.code() == 404 || envelope.code() == 422)) {
      return new TaskStatus.Unrecognised("no record of the task: " + envelope.message());
    }
    return new TaskStatus.Unavailable(refusal(envelope, reply));
  }
}
