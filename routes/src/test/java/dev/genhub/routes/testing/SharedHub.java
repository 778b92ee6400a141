package dev.genhub.routes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One hub for all tests that change none of its files. They keep apart by users and prompts. */
public final class SharedHub implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return parameter.getParameter().getType() == TestHub.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    return extension
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(TestHub.class, type -> start(), TestHub.class);
  }

  private static TestHub start() {
    try {
      return TestHub.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
