package dev.genhub.app.route;

import dev.genhub.app.route.RouteFolder.Look;
import java.io.IOException;
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
 * Looks at the routes folder again and again. The operating system's notices are not used: they
 * come in the middle of a write, and not at all on network folders and mounted configuration.
 */
final class RouteFolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RouteFolderWatch.class);
  private static final int STOP_WITHIN_SECONDS = 3;

  private final RouteFolder folder;
  private final Consumer<Set<String>> changes;
  private final Runnable meanwhile;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "route-folder");
            thread.setDaemon(true);
            return thread;
          });

  private Map<String, Look> told = Map.of();
  private Map<String, Look> before = Map.of();
  private boolean unreadable;

  /**
   * @param changes is told the names of files that are new, other or gone
   * @param meanwhile is called before each look, by the same thread
   */
  RouteFolderWatch(RouteFolder folder, Consumer<Set<String>> changes, Runnable meanwhile) {
    this.folder = folder;
    this.changes = changes;
    this.meanwhile = meanwhile;
  }

  /** What stands in the folder now is taken as known. */
  RouteFolderWatch start() {
    try {
      told = folder.look();
      before = told;
    } catch (IOException failed) {
      LOG.warn("the routes folder {} cannot be watched yet: {}", folder.root(), failed.toString());
    }
    clockwork.scheduleWithFixedDelay(
        this::look, 0, Ending.LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
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
        LOG.warn("the routes folder {} cannot be read: {}", folder.root(), failed.toString());
      }
      unreadable = true;
    } catch (RuntimeException defect) {
      LOG.error("following the routes folder failed; it goes on with the next change", defect);
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
      LOG.warn("a change of the routes folder is still under way");
    }
  }
}
