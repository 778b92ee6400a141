package dev.genhub.app.folder;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a folder again and again. The operating system's notices are not used: they come in the
 * middle of a write, and not at all on network folders and mounted configuration.
 */
public final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  /** How long to leave between two looks. */
  public static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private static final int STOP_WITHIN_SECONDS = 3;

  private final WatchedFolder folder;
  private final Consumer<Set<String>> changes;
  private final Runnable meanwhile;
  private final ScheduledExecutorService clockwork;

  private Map<String, Look> told = Map.of();
  private Map<String, Look> before = Map.of();
  private boolean unreadable;

  /**
   * @param changes is told the names of files that are new, other or gone
   * @param meanwhile is called before each look, by the same thread
   */
  public FolderWatch(WatchedFolder folder, Consumer<Set<String>> changes, Runnable meanwhile) {
    this.folder = folder;
    this.changes = changes;
    this.meanwhile = meanwhile;
    clockwork =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "watch-" + folder.name());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins; what stands in the folder now is taken as known. */
  public FolderWatch start() {
    try {
      return start(folder.look());
    } catch (IOException failed) {
      LOG.warn("{} cannot be watched yet: {}", folder, failed.toString());
      return start(Map.of());
    }
  }

  /**
   * Begins.
   *
   * @param known how the files looked when they were taken up
   */
  public FolderWatch start(Map<String, Look> known) {
    told = known;
    before = known;
    clockwork.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  private void look() {
    try {
      meanwhile.run();
      Map<String, Look> now = folder.look();
      unreadable = false;
      Set<String> settled = settled(now);
      before = now;
      if (!settled.isEmpty()) {
        told = with(told, now, settled);
        changes.accept(settled);
      }
    } catch (IOException failed) {
      // a folder that is away for a moment is no wish to end every route
      if (!unreadable) {
        LOG.warn("{} cannot be read: {}", folder, failed.toString());
      }
      unreadable = true;
    } catch (RuntimeException defect) {
      LOG.error("following {} failed; it goes on with the next change", folder, defect);
    }
  }

  /** What differs from what was told, and has stayed as it is since the last look. */
  private Set<String> settled(Map<String, Look> now) {
    Set<String> names = new TreeSet<>(now.keySet());
    names.addAll(told.keySet());
    names.removeIf(
        name -> same(now.get(name), told.get(name)) || !same(now.get(name), before.get(name)));
    return names;
  }

  private static boolean same(Look one, Look other) {
    return one == null ? other == null : one.equals(other);
  }

  private static Map<String, Look> with(
      Map<String, Look> told, Map<String, Look> now, Set<String> names) {
    Map<String, Look> result = new HashMap<>(told);
    for (String name : names) {
      if (now.containsKey(name)) {
        result.put(name, now.get(name));
      } else {
        result.remove(name);
      }
    }
    return result;
  }

  @Override
  public void close() throws InterruptedException {
    clockwork.shutdownNow();
    if (!clockwork.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("a change of {} is still under way", folder);
    }
  }
}
