package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.plugin.JarLook;
import dev.genhub.engine.plugin.LoadedPlugin;
import dev.genhub.engine.plugin.PluginRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars of a folder by the names of their files, and what became of each. Used by one thread at
 * a time, which holds the lock of this object; {@link #catalogue()} may be asked by any.
 */
final class FolderJars {

  private static final Logger LOG = LoggerFactory.getLogger(FolderJars.class);

  private final PluginFiles files;
  private final PluginRuntime runtime;
  private final Admission admission;
  private final FinishingPlugins finishing;

  private final Map<String, LoadedPlugin> serving = new TreeMap<>();

  /** How the files of what serves looked when they were taken up. */
  private final Map<String, JarLook> taken = new HashMap<>();

  /** Those whose plugins somebody stopped. */
  private final Map<String, InstalledPlugin> stopped = new TreeMap<>();

  /** Those that are not in effect as they stand there. */
  private final Map<String, InstalledPlugin> refused = new TreeMap<>();

  /** Changed before the watch could see it; if it changes back, the watch has nothing to tell. */
  private final Set<String> aheadOfWatch = new TreeSet<>();

  private volatile Catalogue catalogue = new Catalogue(List.of());

  FolderJars(
      PluginFiles files, PluginRuntime runtime, Admission admission, FinishingPlugins finishing) {
    this.files = files;
    this.runtime = runtime;
    this.admission = admission;
    this.finishing = finishing;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** Opens the routes of all that is loaded; whatever has unusable ones serves no longer. */
  void openRoutes() {
    finishing.loaded().forEach(admission::openRoutes);
    for (Map.Entry<String, LoadedPlugin> entry : List.copyOf(serving.entrySet())) {
      LoadedPlugin loaded = entry.getValue();
      admission
          .openRoutes(loaded)
          .ifPresent(
              problem -> {
                serving.remove(entry.getKey());
                loaded.close();
                refuse(entry.getKey(), loaded.plugin().refused(problem));
              });
    }
    publish();
  }

  void follow(Set<String> changed) {
    aheadOfWatch.removeAll(changed);
    Set<String> names = new TreeSet<>(changed);
    names.addAll(refused.keySet());
    Map<String, LoadedPlugin> leaving = new LinkedHashMap<>();
    names.stream()
        .filter(file -> !files.isThere(file))
        .forEach(file -> takeOut(file, "is gone", leaving));
    names.stream().filter(files::isThere).forEach(file -> follow(file, leaving));
    leaving.values().forEach(finishing::add);
    publish();
  }

  private void follow(String file, Map<String, LoadedPlugin> leaving) {
    if (files.isStopped(file)) {
      rest(file, leaving);
    } else if (!isInEffect(file)) {
      takeUp(file, leaving);
    }
  }

  private void rest(String file, Map<String, LoadedPlugin> leaving) {
    boolean known = serving.containsKey(file) || stopped.containsKey(file);
    takeOut(file, "is stopped", leaving);
    InstalledPlugin plugin = runtime.inspect(files.path(file), file);
    stopped.put(file, plugin);
    if (!known && finishing.isAwaited(plugin.id())) {
      // the hub ended before the plugin had finished
      LoadedPlugin loaded = runtime.load(files.path(file));
      if (loaded.plugin().problem().or(() -> admission.openRoutes(loaded)).isEmpty()) {
        finishing.add(loaded);
      } else {
        loaded.close();
      }
    }
  }

  private boolean isInEffect(String file) {
    return serving.containsKey(file)
        && files.look(file).filter(look -> look.equals(taken.get(file))).isPresent();
  }

  /** Takes a file out of all that is known; what served of it goes to those that leave. */
  void takeOut(String file, String why, Map<String, LoadedPlugin> leaving) {
    refused.remove(file);
    stopped.remove(file);
    taken.remove(file);
    LoadedPlugin out = serving.remove(file);
    if (out != null) {
      leaving.put(out.plugin().id(), out);
      LOG.info(
          "plugin id={} version={} jar={} {}; it finishes what it began",
          out.plugin().id(),
          out.plugin().version(),
          file,
          why);
    }
  }

  /** Loads what stands there and lets it in; empty when that went well, or else what is wrong. */
  Optional<String> takeUp(String file, Map<String, LoadedPlugin> leaving) {
    Optional<JarLook> look = files.look(file);
    LoadedPlugin candidate = runtime.load(files.path(file));
    Optional<String> problem = whyNot(candidate, Set.of(file));
    if (problem.isPresent()) {
      candidate.close();
      refuse(file, candidate.plugin().refused(problem.get()));
    } else {
      serve(file, candidate, look, leaving);
    }
    return problem;
  }

  /**
   * Why a candidate is not let in; empty when it is, with its routes opened.
   *
   * @param replaced files in whose place it comes
   */
  Optional<String> whyNot(LoadedPlugin candidate, Set<String> replaced) {
    Map<String, LoadedPlugin> others = new TreeMap<>(serving);
    others.keySet().removeAll(replaced);
    return candidate.plugin().problem().or(() -> admission.whyNot(candidate, others));
  }

  /** Lets a candidate serve that was let in. */
  void serve(
      String file,
      LoadedPlugin candidate,
      Optional<JarLook> look,
      Map<String, LoadedPlugin> leaving) {
    refused.remove(file);
    stopped.remove(file);
    taken.remove(file);
    look.ifPresent(it -> taken.put(file, it));
    InstalledPlugin plugin = candidate.plugin();
    Optional.ofNullable(serving.put(file, candidate)).ifPresent(finishing::add);
    Optional.ofNullable(leaving.remove(plugin.id())).ifPresent(finishing::add);
    LOG.info(
        "plugin id={} version={} state={} jar={}",
        plugin.id(),
        plugin.version(),
        plugin.state(),
        file);
  }

  private void refuse(String file, InstalledPlugin why) {
    InstalledPlugin known = refused.put(file, why);
    if (known == null || !known.problem().equals(why.problem())) {
      LOG.warn(
          "plugin id={} version={} state=failed jar={} problem={}",
          why.id(),
          why.version(),
          file,
          why.problem().orElse(""));
    }
  }

  boolean isRefused(String file) {
    return refused.containsKey(file);
  }

  /** Says nothing of a refusal, as nothing has changed by it. */
  void forgetRefusal(String file) {
    refused.remove(file);
  }

  /** What serves or is stopped under the name of a file. */
  Optional<InstalledPlugin> holder(String file) {
    return Optional.ofNullable(serving.get(file))
        .map(LoadedPlugin::plugin)
        .or(() -> Optional.ofNullable(stopped.get(file)));
  }

  Optional<LoadedPlugin> serving(String id) {
    return serving.values().stream().filter(it -> it.plugin().id().equals(id)).findFirst();
  }

  /** The files of a plugin, those first that serve or are stopped. */
  Set<String> filesOf(String id) {
    return plugins().stream()
        .filter(it -> it.id().equals(id))
        .map(it -> it.origin().file())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<InstalledPlugin> plugins() {
    List<InstalledPlugin> all = new ArrayList<>();
    serving.values().forEach(loaded -> all.add(loaded.plugin()));
    all.addAll(stopped.values());
    all.addAll(refused.values());
    return all;
  }

  void publish() {
    catalogue = new Catalogue(plugins(), finishing.plugins());
  }

  /** A file was changed by the hub itself. */
  void changedAhead(String file) {
    aheadOfWatch.add(file);
  }

  private boolean isOutOfStep(String file) {
    return !files.isThere(file) || files.isStopped(file) != stopped.containsKey(file);
  }

  /** Lets go of plugins that have finished what they began. */
  void advance() {
    Set<String> undone =
        aheadOfWatch.stream().filter(this::isOutOfStep).collect(Collectors.toSet());
    if (!undone.isEmpty()) {
      follow(undone);
    }
    List<LoadedPlugin> done = List.copyOf(finishing.done(catalogue));
    if (done.isEmpty()) {
      return;
    }
    publish();
    for (LoadedPlugin old : done) {
      if (!catalogue.loadedPlugins().contains(old.plugin().id())) {
        admission.closeRoutes(old.plugin().id());
      }
      old.close();
      LOG.info("plugin id={} version={} is unloaded", old.plugin().id(), old.plugin().version());
    }
  }

  void close() {
    serving.values().forEach(LoadedPlugin::close);
    finishing.close();
    runtime.close();
  }
}
