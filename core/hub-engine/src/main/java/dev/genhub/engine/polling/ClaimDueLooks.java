package dev.genhub.engine.polling;

import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.dispatch.LaneRoom;
import dev.genhub.engine.generation.ClaimedGeneration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes as many tasks whose look is due as this node has room for. */
public final class ClaimDueLooks {

  private final Catalogues catalogues;
  private final LaneRoom lanes;
  private final FollowStore store;

  /** Claims for the loaded plugins that can be asked. */
  public ClaimDueLooks(Catalogues catalogues, LaneRoom lanes, FollowStore store) {
    this.catalogues = catalogues;
    this.lanes = lanes;
    this.store = store;
  }

  /** The work taken, possibly none. */
  public List<ClaimedGeneration> claim() {
    Map<String, Integer> rooms = new HashMap<>();
    for (String plugin : catalogues.current().ablePlugins()) {
      int room = lanes.free("follow", plugin);
      if (room > 0) {
        rooms.put(plugin, room);
      }
    }
    return rooms.isEmpty() ? List.of() : store.claim(rooms);
  }
}
