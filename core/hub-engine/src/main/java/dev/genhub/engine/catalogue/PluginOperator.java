package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.plugin.LoadedPlugin;
import dev.genhub.engine.plugin.PluginRuntime;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Changes the plugins folder and the catalogue together: what was asked for is in effect on this
 * node when a method returns. Other nodes that follow the same folder come after (ADR 0044). Safe
 * for use by many threads; one change is made at a time.
 *
 * <p>All methods throw {@link java.io.UncheckedIOException} if the folder cannot be written.
 */
public final class PluginOperator {

  /** An id becomes the name of a file. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final PluginFiles files;
  private final PluginRuntime runtime;
  private final Admission admission;
  private final FolderJars jars;

  PluginOperator(PluginFiles files, PluginRuntime runtime, Admission admission, FolderJars jars) {
    this.files = files;
    this.runtime = runtime;
    this.admission = admission;
    this.jars = jars;
  }

  /**
   * Puts a jar into the folder as {@code <id>.jar}, in the place of every other jar of its id, and
   * lets it serve, also if the plugin was stopped. A jar that is refused leaves all as it was.
   */
  public PluginChange install(byte[] jar) {
    synchronized (jars) {
      Path aside = files.writeAside(jar);
      try {
        return install(aside);
      } finally {
        files.delete(aside);
      }
    }
  }

  private PluginChange install(Path aside) {
    InstalledPlugin says = runtime.inspect(aside, "the jar");
    if (says.problem().isPresent()) {
      return new PluginChange.Refused(says.problem().get());
    }
    if (!ID.matcher(says.id()).matches()) {
      return new PluginChange.Refused(
          "has the Plugin-Id '" + says.id() + "'; letters, digits, '.', '_' and '-' are allowed");
    }
    String file = says.id() + ".jar";
    Optional<InstalledPlugin> other = jars.holder(file).filter(it -> !it.id().equals(says.id()));
    if (other.isPresent()) {
      return new PluginChange.OutOfPlace(file + " holds the plugin '" + other.get().id() + "'");
    }
    Set<String> replaced = jars.filesOf(says.id());
    LoadedPlugin candidate = runtime.load(aside, file);
    Optional<String> problem = jars.whyNot(candidate, replaced);
    if (problem.isPresent()) {
      candidate.close();
      return new PluginChange.Refused(problem.get());
    }
    putInPlace(aside, file, candidate);
    Map<String, LoadedPlugin> leaving = new LinkedHashMap<>();
    replaced.stream().filter(old -> !old.equals(file)).forEach(old -> discard(old, leaving));
    jars.serve(file, candidate, files.look(file), leaving);
    jars.publish();
    return done(file);
  }

  private void putInPlace(Path aside, String file, LoadedPlugin candidate) {
    try {
      files.unmark(file);
      files.putInPlace(aside, file);
    } catch (RuntimeException failed) {
      // its routes run already; those of what goes on serving come back
      String id = candidate.plugin().id();
      jars.serving(id).ifPresentOrElse(admission::openRoutes, () -> admission.closeRoutes(id));
      candidate.close();
      throw failed;
    }
  }

  private void discard(String file, Map<String, LoadedPlugin> leaving) {
    jars.takeOut(file, "is replaced", leaving);
    files.delete(files.path(file));
    files.unmark(file);
  }

  /** Lets a plugin take nothing new and finish what it began, until it is started again. */
  public PluginChange stop(String id) {
    synchronized (jars) {
      Optional<String> file = fileOf(id, PluginOperator::serves);
      if (file.isEmpty()) {
        return outOfPlace(id, "only one that serves can be stopped");
      }
      files.markStopped(file.get());
      jars.follow(Set.of(file.get()));
      return done(file.get());
    }
  }

  /** Lets a stopped plugin serve again. */
  public PluginChange start(String id) {
    synchronized (jars) {
      Optional<String> file = fileOf(id, it -> it.state().equals("stopped"));
      if (file.isEmpty()) {
        return outOfPlace(id, "only one that is stopped can be started");
      }
      PluginChange change = takeUp(file.get());
      if (change instanceof PluginChange.Done) {
        files.unmark(file.get());
      }
      return change;
    }
  }

  /** Loads a jar afresh, with its settings as they are now; one that failed gets another try. */
  public PluginChange reload(String id) {
    synchronized (jars) {
      Optional<String> file =
          fileOf(id, PluginOperator::serves).or(() -> fileOf(id, it -> it.problem().isPresent()));
      return file.isEmpty()
          ? outOfPlace(id, "only one that serves or failed can be reloaded")
          : takeUp(file.get());
    }
  }

  private PluginChange takeUp(String file) {
    boolean wasRefused = jars.isRefused(file);
    Optional<String> problem = jars.takeUp(file, new LinkedHashMap<>());
    if (problem.isPresent() && !wasRefused) {
      jars.forgetRefusal(file);
    }
    jars.publish();
    return problem.<PluginChange>map(PluginChange.Refused::new).orElseGet(() -> done(file));
  }

  /** Also one that hangs at the moment. */
  private static boolean serves(InstalledPlugin plugin) {
    return plugin.service().isPresent();
  }

  private Optional<String> fileOf(String id, Predicate<InstalledPlugin> wanted) {
    return jars.catalogue().plugins().stream()
        .filter(it -> it.id().equals(id) && wanted.test(it))
        .map(it -> it.origin().file())
        .findFirst();
  }

  private PluginChange outOfPlace(String id, String why) {
    return jars.catalogue().plugins().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .<PluginChange>map(it -> new PluginChange.OutOfPlace("it is " + it.state() + "; " + why))
        .orElseGet(PluginChange.NotThere::new);
  }

  private PluginChange done(String file) {
    jars.changedAhead(file);
    return new PluginChange.Done(jars.holder(file).orElseThrow(), files.digest(file));
  }
}
