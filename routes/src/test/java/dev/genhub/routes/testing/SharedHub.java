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

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return parameter.getParameter().getType() == TestHub.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    synchronized (SharedHub.class) {
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
      throw new UncheckedIOException(failed);
    }
  }
}
