package dev.genhub.engine.plugin;

import dev.genhub.engine.plugin.InstalledPlugin.Origin;
import dev.genhub.engine.plugin.InstalledPlugin.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up plugin jars, one by one, and tells of each what became of it; PF4J by itself would only
 * log a jar that does not start. Nothing that a jar does at its start can hurt the hub: it runs on
 * a thread of its own, for a bounded time. Used by one thread.
 */
public final class PluginRuntime implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginRuntime.class);

  private final PluginSettings settings;
  private final TrustedSigners signers;
  private final PluginLimits limits;
  private final Clock clock;
  private final JarCopies copies = new JarCopies();

  /**
   * @param settings what the operator set for plugins
   * @param signers whose plugins are let in
   */
  public PluginRuntime(
      PluginSettings settings, TrustedSigners signers, PluginLimits limits, Clock clock) {
    this.settings = settings;
    this.signers = signers;
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes up a jar. Never throws: what is wrong with it stands in the plugin. */
  public LoadedPlugin load(Path jar) {
    return load(jar, String.valueOf(jar.getFileName()));
  }

  /** What a jar says of itself, as a plugin that is stopped: none of its code runs. */
  public InstalledPlugin inspect(Path jar, String file) {
    try {
      PluginManifest is = PluginManifest.of(jar);
      return InstalledPlugin.stopped(
          is.id(), is.version(), new Origin(file, is.requires(), is.takesOver(), clock.instant()));
    } catch (RuntimeException noPlugin) {
      return failed(file, StartingPlugin.problem(noPlugin)).plugin();
    }
  }

  /**
   * Takes up a jar that does not stand under its own name yet. Never throws.
   *
   * @param file the name that it is to have
   */
  public LoadedPlugin load(Path jar, String file) {
    try {
      Path copy = copies.of(jar);
      LoadedPlugin loaded = loadCopy(copy, file);
      if (loaded.plugin().service().isEmpty()) {
        copies.delete(copy);
      }
      return loaded;
    } catch (IOException unreadable) {
      return failed(file, "cannot be read: " + unreadable.getMessage());
    }
  }

  private LoadedPlugin failed(String file, String problem) {
    Origin origin = new Origin(file, "", Optional.empty(), clock.instant());
    return LoadedPlugin.failed(InstalledPlugin.failed(file, "", problem, origin));
  }

  private LoadedPlugin loadCopy(Path copy, String file) {
    PluginManifest manifest;
    try {
      manifest = PluginManifest.of(copy);
    } catch (RuntimeException | LinkageError noPlugin) {
      return failed(file, StartingPlugin.problem(noPlugin));
    }
    Origin origin = new Origin(file, manifest.requires(), manifest.takesOver(), clock.instant());
    try {
      manifest.takesOver().ifPresent(Succession::requireRange);
      signers.require(copy);
      return start(copy, manifest, origin, JarRoutes.of(copy));
    } catch (RuntimeException | LinkageError refused) {
      LOG.debug("plugin jar {} does not start", file, refused);
      return LoadedPlugin.failed(
          InstalledPlugin.failed(
              manifest.id(), manifest.version(), StartingPlugin.problem(refused), origin));
    }
  }

  private LoadedPlugin start(
      Path copy, PluginManifest manifest, Origin origin, Map<String, String> routes) {
    StartingPlugin starting = new StartingPlugin(copy, manifest, settings, limits);
    Service service = starting.start();
    PluginThreads threads = starting.threads();
    return new LoadedPlugin(
        new InstalledPlugin(
            manifest.id(), manifest.version(), Optional.of(service), Optional.empty(), origin),
        routes,
        threads::underWay,
        () -> {
          starting.close();
          copies.delete(copy);
        });
  }

  /** Deletes what is left of copies; plugins that were loaded must be closed before. */
  @Override
  public void close() {
    copies.close();
  }
}
