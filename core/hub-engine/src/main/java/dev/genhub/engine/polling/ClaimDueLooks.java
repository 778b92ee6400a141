package dev.genhub.engine.polling;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.dispatch.LaneRoom;
import dev.genhub.engine.generation.ClaimedGeneration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes as many tasks whose look is due as this node has room for. */
public final class ClaimDueLooks {

  private final Catalogue catalogue;
  private final LaneRoom lanes;
  private final FollowStore store;

  /** Claims for the catalogue's working plugins. */
  public ClaimDueLooks(Catalogue catalogue, LaneRoom lanes, FollowStore store) {
    this.catalogue = catalogue;
    this.lanes = lanes;
    this.store = store;
  }

  /** The work taken, possibly none. */
  public List<ClaimedGeneration> claim() {
    Map<String, Integer> rooms = new HashMap<>();
    for (String plugin : catalogue.workingPlugins()) {
      int room = lanes.free("follow", plugin);
      if (room > 0) {
        rooms.put(plugin, room);
      }
    }
    return rooms.isEmpty() ? List.of() : store.claim(rooms);
  }
}
