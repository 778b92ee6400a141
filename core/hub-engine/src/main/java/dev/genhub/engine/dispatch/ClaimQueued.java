package dev.genhub.engine.dispatch;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.catalogue.ModelReference;
import dev.genhub.engine.generation.ClaimedGeneration;
import java.util.ArrayList;
import java.util.List;

/** Takes as much queued work as this node has room for, and as accounts take at their pace. */
public final class ClaimQueued {

  private final Catalogues catalogues;
  private final LaneRoom rooms;
  private final SubmitRates rates;
  private final DispatchStore store;
  private final HeldWork held;

  /** Claims for the loaded plugins that can be asked. */
  public ClaimQueued(
      Catalogues catalogues,
      LaneRoom rooms,
      SubmitRates rates,
      DispatchStore store,
      HeldWork held) {
    this.catalogues = catalogues;
    this.rooms = rooms;
    this.rates = rates;
    this.store = store;
    this.held = held;
  }

  /** The work taken, possibly none. */
  public List<ClaimedGeneration> claim() {
    List<Lane> lanes = new ArrayList<>();
    Catalogue catalogue = catalogues.current();
    for (String plugin : catalogue.ablePlugins()) {
      int room = rooms.free("submit", plugin);
      if (room > 0) {
        lanes.add(new Lane(plugin, room, rates.of(plugin)));
      }
    }
    if (lanes.isEmpty() || !held.sending()) {
      return List.of();
    }
    List<ClaimedGeneration> taken = store.claim(lanes);
    taken.forEach(held::take);
    return taken.stream().map(work -> given(work, catalogue)).toList();
  }

  /**
   * Gives work to the version of its plugin that sends it and stays responsible for it. What may
   * have been taken by the provider already stays with the version that it was given to.
   */
  private static ClaimedGeneration given(ClaimedGeneration work, Catalogue catalogue) {
    ModelReference asked = work.maybeTaken() ? work.reference() : work.reference().ofAnyVersion();
    return catalogue.finisher(asked).map(plugin -> work.givenTo(plugin.version())).orElse(work);
  }
}
