package dev.genhub.engine.dispatch;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.generation.ClaimedGeneration;
import java.util.List;

/** Takes cancelled generations whose providers are to be told. */
public final class ClaimCallOffs {

  private final Catalogues catalogues;
  private final CallOffStore store;

  /** Claims for the loaded plugins that can call tasks off. */
  public ClaimCallOffs(Catalogues catalogues, CallOffStore store) {
    this.catalogues = catalogues;
    this.store = store;
  }

  /** The generations taken, possibly none. */
  public List<ClaimedGeneration> claim() {
    Catalogue catalogue = catalogues.current();
    List<String> able =
        catalogue.ablePlugins().stream()
            .filter(
                plugin ->
                    catalogue
                        .loadedService(plugin)
                        .flatMap(service -> service.adapter().cancel())
                        .isPresent())
            .toList();
    return store.claim(able);
  }
}
