package dev.genhub.engine.plugin;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.SpiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the plugins of a folder and tells of every jar what became of it; PF4J by itself would
 * only log a jar that does not start. Used by one thread.
 */
public final class PluginRuntime implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginRuntime.class);

  private final Path directory;
  private final PluginSettings settings;
  private final JarPlugins plugins;

  /**
   * @param directory the folder; one that does not exist is an empty one
   * @param settings what the operator set for plugins
   */
  public PluginRuntime(Path directory, PluginSettings settings) {
    this.directory = directory.toAbsolutePath().normalize();
    this.settings = settings;
    this.plugins = new JarPlugins(this.directory);
  }

  /** Starts every jar of the folder and reports each, in the order of their names. */
  public List<InstalledPlugin> start() {
    List<InstalledPlugin> installed = new ArrayList<>();
    for (Path jar : jars()) {
      InstalledPlugin plugin = start(jar);
      installed.add(plugin);
      LOG.info(
          "plugin id={} version={} state={} jar={}{}",
          plugin.id(),
          plugin.version(),
          plugin.state(),
          jar.getFileName(),
          plugin.problem().map(why -> " problem=" + why).orElse(""));
    }
    return installed;
  }

  private List<Path> jars() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private InstalledPlugin start(Path jar) {
    PluginManifest manifest = null;
    try {
      manifest = PluginManifest.of(jar);
      return start(jar, manifest);
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError broken) {
      LOG.debug("plugin jar {} does not start", jar, broken);
      return manifest == null || loadedFrom(manifest.id(), jar).isEmpty()
          ? InstalledPlugin.failed(String.valueOf(jar.getFileName()), "", problem(broken))
          : unload(manifest, problem(broken));
    }
  }

  private InstalledPlugin start(Path jar, PluginManifest manifest) {
    PluginWrapper first = plugins.getPlugin(manifest.id());
    if (first != null) {
      throw new IllegalArgumentException(
          "plugin '"
              + manifest.id()
              + "' is in "
              + first.getPluginPath().getFileName()
              + " already");
    }
    plugins.loadPlugin(jar);
    if (plugins.getPlugin(manifest.id()).getPluginState() == PluginState.DISABLED) {
      throw new IllegalArgumentException(
          "requires SPI " + manifest.requires() + ", this hub has " + SpiVersion.CURRENT);
    }
    plugins.startPlugin(manifest.id());
    return serve(manifest);
  }

  private InstalledPlugin serve(PluginManifest manifest) {
    ProviderPlugin plugin = instance(extension(manifest.id()));
    PluginDescriptor descriptor = plugin.descriptor();
    if (!descriptor.id().equals(manifest.id())) {
      throw new IllegalArgumentException(
          "calls itself '" + descriptor.id() + "', its manifest says '" + manifest.id() + "'");
    }
    ProviderAdapter adapter = plugin.adapter(settings.plain(descriptor));
    if (adapter == null) {
      throw new IllegalArgumentException("makes no adapter");
    }
    return InstalledPlugin.working(manifest.id(), manifest.version(), descriptor, adapter);
  }

  private Class<? extends ProviderPlugin> extension(String id) {
    List<Class<? extends ProviderPlugin>> extensions =
        plugins.getExtensionClasses(ProviderPlugin.class, id);
    if (extensions.size() != 1) {
      throw new IllegalArgumentException(
          "has " + extensions.size() + " ProviderPlugin extensions, one is allowed");
    }
    return extensions.get(0);
  }

  /** Not by PF4J, which only logs why an extension cannot be made. */
  private static ProviderPlugin instance(Class<? extends ProviderPlugin> extension) {
    try {
      return extension.getConstructor().newInstance();
    } catch (InvocationTargetException thrown) {
      throw cannotBeMade(extension, thrown.getCause());
    } catch (ReflectiveOperationException unusable) {
      throw cannotBeMade(extension, unusable);
    }
  }

  private static IllegalArgumentException cannotBeMade(Class<?> extension, Throwable why) {
    return new IllegalArgumentException(
        extension.getName() + " cannot be made: " + problem(why), why);
  }

  private static String problem(Throwable broken) {
    return broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
  }

  /** A jar that does not work is let go of, so that its file can be replaced. */
  private InstalledPlugin unload(PluginManifest manifest, String problem) {
    plugins.unloadPlugin(manifest.id());
    return InstalledPlugin.failed(manifest.id(), manifest.version(), problem);
  }

  private Optional<PluginWrapper> loadedFrom(String id, Path jar) {
    return Optional.ofNullable(plugins.getPlugin(id))
        .filter(loaded -> loaded.getPluginPath().equals(jar));
  }

  @Override
  public void close() {
    List.copyOf(plugins.getPlugins()).forEach(plugin -> plugins.unloadPlugin(plugin.getPluginId()));
  }
}
