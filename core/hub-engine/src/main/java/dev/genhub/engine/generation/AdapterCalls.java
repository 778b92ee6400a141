package dev.genhub.engine.generation;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.catalogue.ModelReference;
import dev.genhub.engine.plugin.InstalledPlugin.Service;
import dev.genhub.spi.ProviderAdapter;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Calls adapters and contains what they do wrong. */
public final class AdapterCalls {

  private final Catalogues catalogues;

  /** Finds adapters in the catalogue of the moment. */
  public AdapterCalls(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  /**
   * Asks a plugin's adapter about something that no generation is bound to.
   *
   * @param asked what for, as in "describe a key check"
   * @throws AdapterDefectException if the plugin is gone, throws, hangs or returns null
   */
  public <T> T ask(String plugin, String asked, Function<ProviderAdapter, T> question) {
    return ask(plugin, catalogues.current().loadedService(plugin), asked, question);
  }

  /**
   * Asks the adapter that finishes a generation.
   *
   * @param asked what for, as in "describe a submit"
   * @throws AdapterDefectException if the plugin is gone, throws, hangs or returns null
   */
  public <T> T ask(ClaimedGeneration work, String asked, Function<ProviderAdapter, T> question) {
    return ask(work.reference(), asked, question);
  }

  /**
   * Asks the adapter that finishes stored work.
   *
   * @param asked what for, as in "verify a callback"
   * @throws AdapterDefectException if the plugin is gone, throws, hangs or returns null
   */
  public <T> T ask(ModelReference work, String asked, Function<ProviderAdapter, T> question) {
    Catalogue catalogue = catalogues.current();
    return ask(
        work.plugin(),
        catalogue.finisher(work).flatMap(plugin -> plugin.service()),
        asked,
        question);
  }

  private static <T> T ask(
      String plugin,
      Optional<Service> service,
      String asked,
      Function<ProviderAdapter, T> question) {
    try {
      ProviderAdapter adapter =
          service.orElseThrow(() -> new IllegalStateException("the plugin is not there")).adapter();
      return Objects.requireNonNull(question.apply(adapter), "null answer");
    } catch (RuntimeException | LinkageError | StackOverflowError defect) {
      throw new AdapterDefectException(plugin, asked, defect);
    }
  }
}
