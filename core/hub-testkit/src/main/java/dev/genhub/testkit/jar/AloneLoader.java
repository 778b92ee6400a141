package dev.genhub.testkit.jar;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Loads a jar with nothing around it but the JDK, the SPI and PF4J's marker, as the hub does. */
final class AloneLoader extends URLClassLoader {

  AloneLoader(Path jar) throws MalformedURLException {
    super(new URL[] {jar.toUri().toURL()}, new SpiOnly());
  }

  private static final class SpiOnly extends ClassLoader {

    private static final List<String> SHOWN = List.of("dev.genhub.spi.", "org.pf4j.");

    SpiOnly() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (SHOWN.stream().noneMatch(name::startsWith)) {
        throw new ClassNotFoundException(name + " is neither in the jar nor shown by the hub");
      }
      return AloneLoader.class.getClassLoader().loadClass(name);
    }
  }
}
