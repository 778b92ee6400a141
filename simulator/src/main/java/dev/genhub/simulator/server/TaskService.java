package dev.genhub.simulator.server;

import dev.genhub.simulator.account.Account;
import dev.genhub.simulator.account.Accounts;
import dev.genhub.simulator.callback.Callbacks;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.fault.Ending;
import dev.genhub.simulator.task.Fate;
import dev.genhub.simulator.task.Journal;
import dev.genhub.simulator.task.JournalEntry;
import dev.genhub.simulator.task.ResultLinks;
import dev.genhub.simulator.task.SimTask;
import dev.genhub.simulator.task.Snapshot;
import dev.genhub.simulator.task.TaskStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes tasks and finds them. Used on the event loop only. */
public final class TaskService {

  private final TaskStore store;
  private final Accounts accounts;
  private final Journal journal;
  private final Callbacks callbacks;
  private final Map<String, Family> families;
  private final ResultLinks links;
  private final Clock clock;

  /** Starts with the tasks that are in the store. */
  public TaskService(
      TaskStore store,
      Accounts accounts,
      Journal journal,
      Callbacks callbacks,
      Map<String, Family> families,
      ResultLinks links,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.journal = journal;
    this.callbacks = callbacks;
    this.families = families;
    this.links = links;
    this.clock = clock;
  }

  /**
   * Makes a task and charges for it; empty when the account has too few credits. Succeeds when the
   * task is sure to survive a restart.
   */
  public Future<Optional<SimTask>> make(NewTask wanted) {
    if (!wanted.account().charge(wanted.order().credits(), clock.instant())) {
      return Future.succeededFuture(Optional.empty());
    }
    SimTask task = task(wanted);
    accounts.planPayBack(wanted.account(), task);
    store.add(task);
    return journal
        .append(new JournalEntry.Made(task))
        .map(
            written -> {
              family(task).ifPresent(family -> callbacks.plan(task, family));
              return Optional.of(task);
            });
  }

  private SimTask task(NewTask wanted) {
    Order order = wanted.order();
    Optional<SimTask> parent = store.find(order.parentId()).filter(it -> owns(wanted, it));
    boolean orphan = !order.parentId().isEmpty() && parent.isEmpty();
    // KIE.AI takes work on a task that it does not know, and fails later (recorded 2026-06-27)
    Fate fate = orphan ? wanted.fate().ending(Ending.FAILURE) : wanted.fate();
    String prompt =
        order.prompt().isEmpty() ? parent.map(SimTask::prompt).orElse("") : order.prompt();
    return new SimTask(
        UUID.randomUUID().toString().replace("-", ""),
        wanted.family(),
        wanted.account().digest(),
        prompt,
        wanted.request(),
        order.product(),
        order.parentId(),
        order.callBackUrl(),
        order.credits(),
        wanted.createdAt(),
        wanted.duration(),
        fate);
  }

  private static boolean owns(NewTask wanted, SimTask task) {
    return task.account().equals(wanted.account().digest());
  }

  private Optional<Family> family(SimTask task) {
    return Optional.ofNullable(families.get(task.family()));
  }

  /** Reports the end of a task before its time has come; succeeds when that was tried. */
  public Future<Void> reportEndNow(SimTask task) {
    return family(task)
        .map(family -> callbacks.reportEndNow(task, family))
        .orElseGet(Future::succeededFuture);
  }

  /** An account's task of a family. */
  public Optional<SimTask> find(Account account, String family, String id) {
    return store
        .find(id)
        .filter(task -> task.family().equals(family) && task.account().equals(account.digest()));
  }

  /** Anybody's task. */
  public Optional<SimTask> find(String id) {
    return store.find(id);
  }

  /** The latest task of a family that works on another one. */
  public Optional<SimTask> followUp(String family, SimTask parent) {
    return store.followUp(family, parent.id());
  }

  /** A task as it stands now. */
  public Snapshot now(SimTask task) {
    return Snapshot.of(task, clock.instant(), links);
  }

  /** Takes up the tasks of an earlier run. */
  public void resume() {
    Set<String> reported = new HashSet<>();
    for (JournalEntry entry : journal.earlier()) {
      if (entry instanceof JournalEntry.Made made) {
        store.add(made.task());
        accounts.recall(made.task());
      } else if (entry instanceof JournalEntry.Reported end) {
        reported.add(end.taskId());
      }
    }
    store.all().stream()
        .filter(task -> !reported.contains(task.id()))
        .forEach(task -> family(task).ifPresent(family -> callbacks.resume(task, family)));
  }

  /** Forgets all tasks and accounts. */
  public Future<Void> forgetAll() {
    store.forgetAll();
    accounts.forgetAll();
    return journal.clear();
  }
}
