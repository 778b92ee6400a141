package dev.genhub.engine.reconciliation;

import dev.genhub.engine.catalogue.Catalogue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes the keys whose balance is to be read, of providers whose plugin can read it. */
public final class ClaimBalanceChecks {

  private final Catalogue catalogue;
  private final BalanceStore balances;
  private final Clock clock;

  /** Claims in the store, for plugins of the catalogue. */
  public ClaimBalanceChecks(Catalogue catalogue, BalanceStore balances, Clock clock) {
    this.catalogue = catalogue;
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
    for (String plugin : catalogue.workingPlugins()) {
      catalogue
          .service(plugin)
          .filter(service -> service.adapter().keyCheck().isPresent())
          .ifPresent(service -> plugins.putIfAbsent(service.descriptor().provider(), plugin));
    }
    return plugins;
  }
}
