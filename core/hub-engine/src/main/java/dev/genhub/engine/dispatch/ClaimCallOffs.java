package dev.genhub.engine.dispatch;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.ClaimedGeneration;
import java.util.List;

/** Takes cancelled generations whose providers are to be told. */
public final class ClaimCallOffs {

  private final Catalogue catalogue;
  private final CallOffStore store;

  /** Claims for the catalogue's plugins that can call tasks off. */
  public ClaimCallOffs(Catalogue catalogue, CallOffStore store) {
    this.catalogue = catalogue;
    this.store = store;
  }

  /** The generations taken, possibly none. */
  public List<ClaimedGeneration> claim() {
    List<String> able =
        catalogue.workingPlugins().stream()
            .filter(
                plugin ->
                    catalogue
                        .service(plugin)
                        .flatMap(service -> service.adapter().cancel())
                        .isPresent())
            .toList();
    return store.claim(able);
  }
}
