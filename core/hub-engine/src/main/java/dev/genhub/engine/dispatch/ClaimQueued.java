package dev.genhub.engine.dispatch;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.ClaimedGeneration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes as much queued work as this node has room for. */
public final class ClaimQueued {

  private final Catalogue catalogue;
  private final LaneRoom lanes;
  private final DispatchStore store;

  /** Claims for the catalogue's working plugins. */
  public ClaimQueued(Catalogue catalogue, LaneRoom lanes, DispatchStore store) {
    this.catalogue = catalogue;
    this.lanes = lanes;
    this.store = store;
  }

  /** The work taken, possibly none. */
  public List<ClaimedGeneration> claim() {
    Map<String, Integer> rooms = new HashMap<>();
    for (String plugin : catalogue.workingPlugins()) {
      int room = lanes.free("submit", plugin);
      if (room > 0) {
        rooms.put(plugin, room);
      }
    }
    return rooms.isEmpty() ? List.of() : store.claim(rooms);
  }
}
