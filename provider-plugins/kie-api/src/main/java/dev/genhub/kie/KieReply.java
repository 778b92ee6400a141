package dev.genhub.kie;

import dev.genhub.spi.Failure;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A reply, taken out of its envelope.
 *
 * @param status the HTTP status
 * @param code KIE.AI's own word: the body's code in the live dialect, the HTTP status of a body
 *     that explains itself in the guide's; empty when something in front of KIE.AI answered
 * @param record {@code data} in the live dialect, the body in the guide's
 */
public record KieReply(
    int status,
    Optional<Integer> code,
    String message,
    Json record,
    Optional<Duration> retryAfter) {

  private static final int OK = 200;
  private static final int SILENT_UPSTREAM = 408;

  /** Codes from 500 on that are given before any work begins: switched off, queue full. */
  private static final Set<Integer> REFUSED_AT_THE_DOOR = Set.of(505, 550);

  /** Opens a reply of any status and content. */
  public static KieReply of(Dialect dialect, HttpReply reply) {
    Json body = reply.json();
    Optional<String> message =
        body.at("msg").nonBlankText().or(() -> body.at("message").nonBlankText());
    Optional<Integer> code = body.at("code").integer();
    Json record = body.at("data").unwrapped();
    if (dialect == Dialect.GUIDE) {
      boolean fine = reply.status() / 100 == 2 && body.isObject();
      Optional<Integer> refusal = message.map(said -> reply.status());
      code = fine ? Optional.of(OK) : refusal;
      record = body;
    }
    return new KieReply(reply.status(), code, message.orElse(""), record, reply.retryAfter());
  }

  /** Whether KIE.AI did what was asked. */
  public boolean isSuccess() {
    return status / 100 == 2 && says(OK);
  }

  /** Whether KIE.AI itself gives this code. */
  public boolean says(int word) {
    return code.isPresent() && code.get() == word;
  }

  /** What became of a submit. When in doubt it is unclear, because the hub would pay twice. */
  public SubmitOutcome submit() {
    if (isSuccess()) {
      return record
          .at("taskId")
          .nonBlankText()
          .<SubmitOutcome>map(SubmitOutcome.Accepted::new)
          .orElseGet(() -> new SubmitOutcome.Unclear("success without a task id"));
    }
    return isSurelyRefused()
        ? new SubmitOutcome.Rejected(failure())
        : new SubmitOutcome.Unclear("HTTP " + status + code.map(own -> ", code " + own).orElse(""));
  }

  /**
   * Whether it is certain that no task was made.
   *
   * <ul>
   *   <li>A code of KIE.AI's own other than 200 is a refusal, but for 408: its upstream stayed
   *       silent, and may have begun.
   *   <li>Under HTTP 5xx a code such as 500 only repeats that something broke, perhaps after the
   *       task was made; only codes that are given before any work begins count.
   *   <li>Without a word of KIE.AI, HTTP 4xx and 503 refuse before the call is let through (RFC
   *       9110, 15.5 and 15.6.4); every other status may hide a task.
   * </ul>
   */
  private boolean isSurelyRefused() {
    if (says(OK)) {
      return false; // a success under a failing status contradicts itself
    }
    if (code.isEmpty() || status == 503) {
      return status == 503 || (status / 100 == 4 && status != SILENT_UPSTREAM);
    }
    int own = code.get();
    boolean beforeWork = own / 100 == 4 || REFUSED_AT_THE_DOOR.contains(own);
    return own != SILENT_UPSTREAM && (beforeWork || status < 500);
  }

  /**
   * What a status reply says.
   *
   * @param read reads the record when there is one
   */
  public TaskStatus task(Function<Json, TaskStatus> read) {
    if (isSuccess() && record.isObject()) {
      return read.apply(record);
    }
    boolean noRecord = says(404) || says(422) || isSuccess();
    boolean noSense = status / 100 == 2 && code.isEmpty();
    return noRecord || noSense
        ? new TaskStatus.Unrecognised(noSense ? "no envelope" : "no record of the task: " + message)
        : new TaskStatus.Unavailable(failure());
  }

  /** Why the call was not answered with what it asked for. */
  public Failure failure() {
    return code.filter(own -> own != OK)
        .map(own -> KieFailures.refused(own, message))
        .orElseGet(() -> KieFailures.gateway(status))
        .after(retryAfter);
  }
}
