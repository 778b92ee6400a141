package dev.genhub.engine.plugin;

import java.util.List;

/**
 * The parent of every plugin's class loader: the JDK and the few packages that the hub shares, so
 * that a plugin can neither reach the hub's classes nor depend on their versions.
 */
final class SpiClassLoader extends ClassLoader {

  /** The SPI; PF4J's marker, which the SPI extends; and logging, which PF4J's marker drags in. */
  private static final List<String> SHARED = List.of("dev.genhub.spi.", "org.pf4j.", "org.slf4j.");

  private final ClassLoader hub;

  SpiClassLoader(ClassLoader hub) {
    super("spi", ClassLoader.getPlatformClassLoader());
    this.hub = hub;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      return hub.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
