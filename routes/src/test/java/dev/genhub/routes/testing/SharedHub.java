package dev.genhub.routes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One hub for all tests that change none of its files. They keep apart by users and prompts. */
public final class SharedHub implements ParameterResolver {
  private static TestHub hub;
  private static RuntimeException refused;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return parameter.getParameter().getType() == TestHub.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    synchronized (SharedHub.class) {
      if (refused != null) {
        throw refused;
      }
      if (hub == null || !hub.runs()) {
        hub = start();
      }
      return hub;
    }
  }

  private static TestHub start() {
    try {
      return TestHub.start(Map.of());
    } catch (IOException failed) {
      refused = new UncheckedIOException(failed);
    } catch (RuntimeException failed) {
      refused = failed;
    }
    throw refused;
  }
}
