package dev.genhub.engine.dispatch;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.ClaimedGeneration;
import java.util.ArrayList;
import java.util.List;

/** Takes as much queued work as this node has room for, and as accounts take at their pace. */
public final class ClaimQueued {

  private final Catalogue catalogue;
  private final LaneRoom rooms;
  private final SubmitRates rates;
  private final DispatchStore store;
  private final HeldWork held;

  /** Claims for the catalogue's working plugins. */
  public ClaimQueued(
      Catalogue catalogue, LaneRoom rooms, SubmitRates rates, DispatchStore store, HeldWork held) {
    this.catalogue = catalogue;
    this.rooms = rooms;
    this.rates = rates;
    this.store = store;
    this.held = held;
  }

  /** The work taken, possibly none. */
  public List<ClaimedGeneration> claim() {
    List<Lane> lanes = new ArrayList<>();
    for (String plugin : catalogue.workingPlugins()) {
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
    return taken;
  }
}
