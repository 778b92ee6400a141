package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.plugin.InstalledPlugin.Service;
import dev.genhub.engine.plugin.LoadedPlugin;
import dev.genhub.engine.plugin.PluginRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue of a folder of jars, kept equal to the folder. A jar is let in when it works and
 * takes nothing away from another; until then what served before goes on. What is replaced or
 * removed stays loaded until it has finished what it began.
 *
 * <p>Changed by one thread at a time; {@link #current()} may be asked by any.
 */
public final class LiveCatalogue implements Catalogues, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveCatalogue.class);

  private final Path folder;
  private final PluginRuntime runtime;
  private final Consumer<Service> admission;
  private final FinishingPlugins finishing;

  /** What serves, by the name of its file. */
  private final Map<String, LoadedPlugin> serving = new TreeMap<>();

  /** Files that are not in effect as they stand there. */
  private final Map<String, InstalledPlugin> refused = new TreeMap<>();

  private Optional<PluginRoutes> routes = Optional.empty();
  private volatile Catalogue catalogue = new Catalogue(List.of());

  /**
   * @param folder where the jars are
   * @param admission throws {@link IllegalArgumentException} for a plugin that cannot be let in
   * @param finishing looks after what was replaced or removed
   */
  public LiveCatalogue(
      Path folder, PluginRuntime runtime, Consumer<Service> admission, FinishingPlugins finishing) {
    this.folder = folder;
    this.runtime = runtime;
    this.admission = admission;
    this.finishing = finishing;
  }

  @Override
  public Catalogue current() {
    return catalogue;
  }

  /** Gives every plugin its routes, from now on before it serves. */
  public synchronized void open(PluginRoutes opened) {
    routes = Optional.of(opened);
    for (Map.Entry<String, LoadedPlugin> entry : List.copyOf(serving.entrySet())) {
      openRoutes(entry.getValue())
          .ifPresent(
              problem -> {
                serving.remove(entry.getKey());
                entry.getValue().close();
                refuse(entry.getKey(), entry.getValue().plugin().refused(problem));
              });
    }
    publish();
  }

  /**
   * Follows a change of the folder. Files that were refused before are tried again, as what stood
   * in their way may be gone.
   *
   * @param changed the names of jars that are new, other or gone
   */
  public synchronized void follow(Set<String> changed) {
    Set<String> files = new TreeSet<>(changed);
    files.addAll(refused.keySet());
    Map<String, LoadedPlugin> leaving = new LinkedHashMap<>();
    files.stream().filter(file -> !isThere(file)).forEach(file -> remove(file, leaving));
    files.stream().filter(this::isThere).forEach(file -> takeUp(file, leaving));
    leaving.values().forEach(this::retire);
    publish();
  }

  private boolean isThere(String file) {
    return Files.isRegularFile(folder.resolve(file));
  }

  private void remove(String file, Map<String, LoadedPlugin> leaving) {
    refused.remove(file);
    LoadedPlugin gone = serving.remove(file);
    if (gone != null) {
      leaving.put(gone.plugin().id(), gone);
      LOG.info(
          "plugin id={} version={} jar={} is gone; it finishes what it began",
          gone.plugin().id(),
          gone.plugin().version(),
          file);
    }
  }

  private void takeUp(String file, Map<String, LoadedPlugin> leaving) {
    LoadedPlugin candidate = runtime.load(folder.resolve(file));
    Optional<String> problem = candidate.plugin().problem().or(() -> whyNot(file, candidate));
    if (problem.isPresent()) {
      candidate.close();
      refuse(file, candidate.plugin().refused(problem.get()));
      return;
    }
    refused.remove(file);
    InstalledPlugin plugin = candidate.plugin();
    Optional.ofNullable(serving.put(file, candidate)).ifPresent(this::retire);
    Optional.ofNullable(leaving.remove(plugin.id())).ifPresent(this::retire);
    LOG.info(
        "plugin id={} version={} state={} jar={}",
        plugin.id(),
        plugin.version(),
        plugin.state(),
        file);
  }

  /** Why a jar that works by itself is not let in; empty when it is, with its routes opened. */
  private Optional<String> whyNot(String file, LoadedPlugin candidate) {
    InstalledPlugin plugin = candidate.plugin();
    List<InstalledPlugin> others = new ArrayList<>();
    for (Map.Entry<String, LoadedPlugin> other : serving.entrySet()) {
      if (!other.getKey().equals(file)) {
        others.add(other.getValue().plugin());
        if (other.getValue().plugin().id().equals(plugin.id())) {
          return Optional.of("plugin '" + plugin.id() + "' is in " + other.getKey() + " already");
        }
      }
    }
    others.add(plugin);
    List<InstalledPlugin> admitted = new Catalogue(others).plugins();
    return admitted
        .get(admitted.size() - 1)
        .problem()
        .or(() -> notAdmitted(plugin))
        .or(() -> openRoutes(candidate));
  }

  private Optional<String> notAdmitted(InstalledPlugin plugin) {
    try {
      plugin.service().ifPresent(admission);
      return Optional.empty();
    } catch (IllegalArgumentException why) {
      return Optional.of(why.getMessage());
    }
  }

  private Optional<String> openRoutes(LoadedPlugin loaded) {
    try {
      if (routes.isPresent()) {
        routes.get().open(loaded.plugin().id(), loaded.routes());
      }
      return Optional.empty();
    } catch (Exception unusable) {
      LOG.debug("routes of plugin {}", loaded.plugin().id(), unusable);
      return Optional.of("its routes cannot be used: " + unusable.getMessage());
    }
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

  private void retire(LoadedPlugin old) {
    finishing.add(old);
  }

  private void publish() {
    Map<String, InstalledPlugin> rows = new LinkedHashMap<>();
    serving.forEach((file, loaded) -> rows.put(file, loaded.plugin()));
    List<InstalledPlugin> all = new ArrayList<>(rows.values());
    all.addAll(refused.values());
    catalogue = new Catalogue(all, finishing.plugins());
  }

  /** Lets go of plugins that have finished what they began; to be called all the time. */
  public synchronized void advance() {
    Collection<LoadedPlugin> done = finishing.done(catalogue);
    if (done.isEmpty()) {
      return;
    }
    publish();
    for (LoadedPlugin old : done) {
      if (!catalogue.loadedPlugins().contains(old.plugin().id())) {
        routes.ifPresent(it -> it.close(old.plugin().id()));
      }
      old.close();
      LOG.info("plugin id={} version={} is unloaded", old.plugin().id(), old.plugin().version());
    }
  }

  @Override
  public synchronized void close() {
    serving.values().forEach(LoadedPlugin::close);
    finishing.close();
    runtime.close();
  }
}
