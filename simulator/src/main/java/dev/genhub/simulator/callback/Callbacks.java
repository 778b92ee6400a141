package dev.genhub.simulator.callback;

import dev.genhub.simulator.callback.PlannedCallback.Content;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.task.Journal;
import dev.genhub.simulator.task.JournalEntry;
import dev.genhub.simulator.task.ResultLinks;
import dev.genhub.simulator.task.SimTask;
import dev.genhub.simulator.task.Snapshot;
import dev.genhub.simulator.task.TaskBook;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
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
  private final TaskBook book;
  private final Journal journal;
  private final ResultLinks links;
  private final Clock clock;

  /** Starts with nothing planned. */
  public Callbacks(
      Vertx vertx,
      CallbackSettings settings,
      TaskBook book,
      Journal journal,
      ResultLinks links,
      Clock clock) {
    this.vertx = vertx;
    this.sender = new CallbackSender(vertx);
    this.settings = settings;
    this.book = book;
    this.journal = journal;
    this.links = links;
    this.clock = clock;
  }

  /** Plans what a new task reports. */
  public void plan(SimTask task, Family family) {
    CallbackPlan.of(task, family.stages()).forEach(callback -> schedule(task, family, callback));
  }

  /**
   * Plans what a task of an earlier run has still to report: what is due later, and its end at once
   * if that was due in between.
   */
  public void resume(SimTask task, Family family) {
    CallbackPlan.of(task, family.stages()).stream()
        .filter(callback -> callback.last() || callback.due().isAfter(clock.instant()))
        .forEach(callback -> schedule(task, family, callback));
  }

  /** Reports the end of a task now; succeeds when that was tried once, however it went. */
  public Future<Void> reportEndNow(SimTask task, Family family) {
    return task.callBackUrl().isEmpty()
        ? Future.succeededFuture()
        : send(task, family, CallbackPlan.last(task, family.stages()), 0);
  }

  private void schedule(SimTask task, Family family, PlannedCallback callback) {
    // one more, so that the record says the same by then
    long wait = Duration.between(clock.instant(), callback.due()).toMillis() + 1;
    vertx.setTimer(Math.max(1, wait), timer -> send(task, family, callback, 0));
  }

  private Future<Void> send(SimTask task, Family family, PlannedCallback callback, int repeat) {
    if (book.find(task.id()).isEmpty()) {
      return Future.succeededFuture(); // it was forgotten meanwhile
    }
    return sender
        .send(task.callBackUrl(), body(task, family, callback), signature(task, callback))
        .onSuccess(
            delivered -> {
              if (delivered || repeat == REPEATS) {
                conclude(task, callback, delivered);
              } else {
                vertx.setTimer(
                    Math.max(1, settings.repeatAfter().toMillis()),
                    timer -> send(task, family, callback, repeat + 1));
              }
            })
        .mapEmpty();
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

  private Optional<WebhookSignature> signature(SimTask task, PlannedCallback callback) {
    return callback.content() == Content.FORGED_UNSIGNED
        ? Optional.empty()
        : settings.hmacKey().map(key -> WebhookSignature.of(key, task.id(), clock.instant()));
  }
}
