package dev.genhub.engine.reconciliation;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.Catalogues;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes the keys whose balance is to be read, of providers whose plugin can read it. */
public final class ClaimBalanceChecks {

  private final Catalogues catalogues;
  private final BalanceStore balances;
  private final Clock clock;

  /** Claims in the store, for plugins of the catalogue. */
  public ClaimBalanceChecks(Catalogues catalogues, BalanceStore balances, Clock clock) {
    this.catalogues = catalogues;
    this.balances = balances;
    this.clock = clock;
  }

  /** The checks that are this node's to make. */
  public List<BalanceCheck> claim() {
    return balances.claim(pluginsByProvider(), clock.instant());
  }

  /** Several plugins may serve one provider; any of them reads the one balance of the account. */
  private Map<String, String> pluginsByProvider() {
    Map<String, String> plugins = new TreeMap<>();
    Catalogue catalogue = catalogues.current();
    for (String plugin : catalogue.ablePlugins()) {
      catalogue
          .loadedService(plugin)
          .filter(service -> service.adapter().keyCheck().isPresent())
          .ifPresent(service -> plugins.putIfAbsent(service.descriptor().provider(), plugin));
    }
    return plugins;
  }
}
