package dev.genhub.simulator.callback;

import dev.genhub.simulator.callback.PlannedCallback.Content;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.task.Journal;
import dev.genhub.simulator.task.JournalEntry;
import dev.genhub.simulator.task.ResultLinks;
import dev.genhub.simulator.task.SimTask;
import dev.genhub.simulator.task.Snapshot;
import dev.genhub.simulator.task.TaskStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports to the callback addresses of tasks. Used on the event loop only. */
public final class Callbacks {

  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
  private static final int REPEATS = 3;

  private final Vertx vertx;
  private final CallbackSender sender;
  private final CallbackSettings settings;
  private final TaskStore store;
  private final Journal journal;
  private final ResultLinks links;
  private final Clock clock;

  /** Starts with nothing planned. */
  public Callbacks(
      Vertx vertx,
      CallbackSettings settings,
      TaskStore store,
      Journal journal,
      ResultLinks links,
      Clock clock) {
    this.vertx = vertx;
    this.sender = new CallbackSender(vertx, settings.answerWithin());
    this.settings = settings;
    this.store = store;
    this.journal = journal;
    this.links = links;
    this.clock = clock;
  }

  /** Plans what a new task reports. */
  public void plan(SimTask task, Family family) {
    scheduleFirst(task, family, CallbackPlan.of(task, family.stages()));
  }

  /**
   * Plans what a task of an earlier run has still to report: what is due later, and its end at once
   * if that was due in between.
   */
  public void resume(SimTask task, Family family) {
    Instant now = clock.instant();
    scheduleFirst(
        task,
        family,
        CallbackPlan.of(task, family.stages()).stream()
            .filter(callback -> callback.last() || callback.due().isAfter(now))
            .toList());
  }

  /** Reports the end of a task now; succeeds when that was tried once, however it went. */
  public Future<Void> reportEndNow(SimTask task, Family family) {
    return task.callBackUrl().isEmpty()
        ? Future.succeededFuture()
        : send(task, family, CallbackPlan.last(task, family.stages()), 0);
  }

  /** One after the other, so that they arrive in the order of the plan. */
  private void scheduleFirst(SimTask task, Family family, List<PlannedCallback> planned) {
    if (planned.isEmpty()) {
      return;
    }
    // one more, so that the record says the same by then
    long wait = Duration.between(clock.instant(), planned.get(0).due()).toMillis() + 1;
    vertx.setTimer(
        Math.max(1, wait),
        timer ->
            send(task, family, planned.get(0), 0)
                .onComplete(
                    tried -> scheduleFirst(task, family, planned.subList(1, planned.size()))));
  }

  private Future<Void> send(SimTask task, Family family, PlannedCallback callback, int repeat) {
    if (store.find(task.id()).isEmpty()) {
      return Future.succeededFuture(); // it was forgotten meanwhile
    }
    String body = body(task, family, callback);
    return sender
        .send(task.callBackUrl(), body, signature(task, family, callback, body))
        .map(
            delivered -> {
              if (delivered || repeat == REPEATS) {
                conclude(task, callback, delivered);
              } else {
                vertx.setTimer(
                    Math.max(1, settings.repeatAfter().toMillis()),
                    timer -> send(task, family, callback, repeat + 1));
              }
              return null;
            });
  }

  private void conclude(SimTask task, PlannedCallback callback, boolean delivered) {
    LOG.debug("callback task={} {} delivered={}", task.id(), callback, delivered);
    if (callback.last()) {
      journal
          .append(new JournalEntry.Reported(task.id()))
          .onFailure(failed -> LOG.warn("the journal cannot be written", failed));
    }
  }

  private String body(SimTask task, Family family, PlannedCallback callback) {
    Snapshot atDue = Snapshot.of(task, callback.due(), links);
    Snapshot told = callback.content() == Content.TRUE ? atDue : atDue.pretendedSuccess();
    String body = family.callback(told, callback.stage()).toString();
    boolean forged =
        callback.content() == Content.FORGED || callback.content() == Content.FORGED_UNSIGNED;
    return forged
        ? body.replace(
            ResultLinks.PATH + task.id() + "/", ResultLinks.PATH + ResultLinks.FORGED + "/")
        : body;
  }

  /** The headers of the signature; none without a key. */
  private Map<String, String> signature(
      SimTask task, Family family, PlannedCallback callback, String body) {
    Optional<String> key = settings.hmacKey();
    if (key.isEmpty() || callback.content() == Content.FORGED_UNSIGNED) {
      return Map.of();
    }
    Instant now = clock.instant();
    return family.signsByStandardWebhooks()
        ? StandardWebhookSignature.of(key.get(), task.id(), body, now)
        : WebhookSignature.of(key.get(), task.id(), now).headers();
  }
}
