package dev.genhub.engine.plugin;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    String id = String.valueOf(jar.getFileName());
    String version = "";
    try {
      id = plugins.loadPlugin(jar);
      PluginWrapper wrapper = plugins.getPlugin(id);
      version = wrapper.getDescriptor().getVersion();
      plugins.startPlugin(id);
      return serve(id, version);
    } catch (RuntimeException | LinkageError broken) {
      LOG.debug("plugin jar {} does not start", jar, broken);
      return InstalledPlugin.failed(id, version, String.valueOf(broken.getMessage()));
    }
  }

  private InstalledPlugin serve(String id, String version) {
    List<ProviderPlugin> extensions = plugins.getExtensions(ProviderPlugin.class, id);
    if (extensions.size() != 1) {
      return InstalledPlugin.failed(
          id, version, "has " + extensions.size() + " ProviderPlugin extensions, one is allowed");
    }
    ProviderPlugin plugin = extensions.get(0);
    PluginDescriptor descriptor = plugin.descriptor();
    if (!descriptor.id().equals(id)) {
      return InstalledPlugin.failed(
          id, version, "calls itself '" + descriptor.id() + "', its manifest says '" + id + "'");
    }
    return InstalledPlugin.working(
        id, version, descriptor, plugin.adapter(settings.plain(descriptor)));
  }

  @Override
  public void close() {
    List.copyOf(plugins.getPlugins()).forEach(plugin -> plugins.unloadPlugin(plugin.getPluginId()));
  }
}
