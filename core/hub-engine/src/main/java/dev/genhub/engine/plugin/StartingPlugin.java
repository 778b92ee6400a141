package dev.genhub.engine.plugin;

import dev.genhub.engine.plugin.InstalledPlugin.Service;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.SpiVersion;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One jar with a PF4J of its own, so that two versions of a plugin can be loaded at once. */
final class StartingPlugin implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StartingPlugin.class);

  /**
   * What starting yields: a service, or why there is none. Exceptions stay where they came from.
   */
  private record Started(Service service, String problem) {}

  private final Path jar;
  private final PluginManifest manifest;
  private final PluginSettings settings;
  private final PluginLimits limits;
  private final JarPlugins plugins;
  private volatile PluginThreads threads;

  StartingPlugin(Path jar, PluginManifest manifest, PluginSettings settings, PluginLimits limits) {
    this.jar = jar;
    this.manifest = manifest;
    this.settings = settings;
    this.limits = limits;
    this.plugins = new JarPlugins(jar.getParent());
  }

  /**
   * Starts it.
   *
   * @throws IllegalArgumentException if it does not start; nothing of it is left loaded
   */
  Service start() {
    Started started = onOneThread();
    if (started.service() == null) {
      close();
      throw new IllegalArgumentException(started.problem());
    }
    return started.service();
  }

  private Started onOneThread() {
    try (PluginThreads starting =
        new PluginThreads(name(), getClass().getClassLoader(), limits.start(), 1)) {
      return starting.call("start", this::tryServe);
    } catch (PluginCallException late) {
      return new Started(null, "does not start: " + late.getMessage());
    }
  }

  private Started tryServe() {
    try {
      return new Started(serve(), "");
    } catch (Throwable broken) {
      LOG.debug("plugin {} does not start", name(), broken);
      return new Started(null, problem(broken));
    }
  }

  private Service serve() {
    plugins.loadPlugin(jar);
    PluginWrapper loaded = plugins.getPlugin(manifest.id());
    if (loaded.getPluginState() == PluginState.DISABLED) {
      throw new IllegalArgumentException(
          "requires SPI " + manifest.requires() + ", this hub has " + SpiVersion.CURRENT);
    }
    Thread.currentThread().setContextClassLoader(loaded.getPluginClassLoader());
    threads =
        new PluginThreads(
            name(), loaded.getPluginClassLoader(), limits.call(), PluginThreads.USUAL);
    plugins.startPlugin(manifest.id());
    ProviderPlugin plugin = instance(extension());
    PluginDescriptor descriptor = plugin.descriptor();
    if (!descriptor.id().equals(manifest.id())) {
      throw new IllegalArgumentException(
          "calls itself '" + descriptor.id() + "', its manifest says '" + manifest.id() + "'");
    }
    ProviderAdapter adapter = plugin.adapter(settings.plain(descriptor));
    if (adapter == null) {
      throw new IllegalArgumentException("makes no adapter");
    }
    return new Service(descriptor, new GuardedAdapter(adapter, threads), threads::problem);
  }

  private Class<? extends ProviderPlugin> extension() {
    List<Class<? extends ProviderPlugin>> extensions =
        plugins.getExtensionClasses(ProviderPlugin.class, manifest.id());
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

  /** One line for the operator. */
  static String problem(Throwable broken) {
    return broken.getMessage() == null
        ? broken.getClass().getSimpleName()
        : broken.getMessage().lines().findFirst().orElse("");
  }

  private String name() {
    return manifest.id() + " " + manifest.version();
  }

  /** Where the code of the started plugin runs. */
  PluginThreads threads() {
    return threads;
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.close();
    }
    try {
      // by PF4J, which closes the class loader and thereby the jar
      List.copyOf(plugins.getPlugins())
          .forEach(loaded -> plugins.unloadPlugin(loaded.getPluginId()));
    } catch (RuntimeException failed) {
      LOG.warn("plugin {} does not unload cleanly: {}", name(), failed.toString());
    }
  }
}
