package dev.genhub.engine.dispatch;

import dev.genhub.engine.catalogue.Catalogue;
import java.util.List;

/**
 * Takes generations whose submit is lost, when a callback came, a search is due or their time is
 * up.
 */
public final class ClaimUnknown {

  private final Catalogue catalogue;
  private final UnknownStore store;

  /** Claims for the catalogue's working plugins, as only these can read a callback. */
  public ClaimUnknown(Catalogue catalogue, UnknownStore store) {
    this.catalogue = catalogue;
    this.store = store;
  }

  /** The generations taken, possibly none. */
  public List<UnknownStore.Lost> claim() {
    List<String> working = catalogue.workingPlugins();
    return store.claim(working, working.stream().filter(this::isSearchable).toList());
  }

  private boolean isSearchable(String plugin) {
    return catalogue.service(plugin).flatMap(service -> service.adapter().lookup()).isPresent();
  }
}
