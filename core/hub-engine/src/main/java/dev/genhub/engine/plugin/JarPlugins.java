package dev.genhub.engine.plugin;

import dev.genhub.spi.SpiVersion;
import java.nio.file.Path;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginLoader;

/** PF4J as the hub uses it: single jars, a filtering parent, and a version that is checked. */
final class JarPlugins extends JarPluginManager {

  JarPlugins(Path directory) {
    super(directory);
    // without a system version PF4J lets every "requires" pass
    setSystemVersion(SpiVersion.CURRENT);
  }

  @Override
  protected PluginLoader createPluginLoader() {
    ClassLoader parent = new SpiClassLoader(getClass().getClassLoader());
    return new JarPluginLoader(this) {
      @Override
      protected PluginClassLoader createPluginClassLoader(Path jar, PluginDescriptor descriptor) {
        return new PluginClassLoader(JarPlugins.this, descriptor, parent) {
          @Override
          protected boolean shouldDelegateToParent(String className) {
            // a plugin that bundles the SPI would otherwise implement its own copy of it
            return className.startsWith("dev.genhub.spi.")
                || super.shouldDelegateToParent(className);
          }
        };
      }
    };
  }
}
