package dev.genhub.engine.dispatch;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.Catalogues;
import java.util.List;

/**
 * Takes generations whose submit is lost, when a callback came, a search is due or their time is
 * up.
 */
public final class ClaimUnknown {

  private final Catalogues catalogues;
  private final UnknownStore store;

  /** Claims for the loaded plugins that can be asked, as only these can read a callback. */
  public ClaimUnknown(Catalogues catalogues, UnknownStore store) {
    this.catalogues = catalogues;
    this.store = store;
  }

  /** The generations taken, possibly none. */
  public List<UnknownStore.Lost> claim() {
    Catalogue catalogue = catalogues.current();
    List<String> able = catalogue.ablePlugins();
    return store.claim(
        able, able.stream().filter(plugin -> isSearchable(catalogue, plugin)).toList());
  }

  private static boolean isSearchable(Catalogue catalogue, String plugin) {
    return catalogue
        .loadedService(plugin)
        .flatMap(service -> service.adapter().lookup())
        .isPresent();
  }
}
