package dev.genhub.engine.generation;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.spi.ProviderAdapter;
import java.util.Objects;
import java.util.function.Function;

/** Calls adapters and contains what they do wrong. */
public final class AdapterCalls {

  private final Catalogue catalogue;

  /** Finds adapters in the catalogue. */
  public AdapterCalls(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Asks a plugin's adapter.
   *
   * @param asked what for, as in "describe the submit"
   * @throws AdapterDefectException if the plugin is gone, throws or returns null
   */
  public <T> T ask(String plugin, String asked, Function<ProviderAdapter, T> question) {
    try {
      ProviderAdapter adapter =
          catalogue
              .service(plugin)
              .orElseThrow(() -> new IllegalStateException("the plugin is not there"))
              .adapter();
      return Objects.requireNonNull(question.apply(adapter), "null answer");
    } catch (RuntimeException | LinkageError | StackOverflowError defect) {
      throw new AdapterDefectException(plugin, asked, defect);
    }
  }
}
