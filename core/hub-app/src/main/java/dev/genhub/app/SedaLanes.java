package dev.genhub.app;

import dev.genhub.engine.dispatch.LaneRoom;
import org.apache.camel.CamelContext;
import org.apache.camel.component.seda.QueueReference;
import org.apache.camel.component.seda.SedaComponent;

/** Reads the room of lanes off their queues, whose sizes the routes set. */
final class SedaLanes implements LaneRoom {

  private final CamelContext context;

  SedaLanes(CamelContext context) {
    this.context = context;
  }

  @Override
  public int free(String lane, String plugin) {
    SedaComponent component = context.getComponent("seda", SedaComponent.class);
    QueueReference queue = component.getQueues().get("seda://" + lane + "-" + plugin);
    // no queue yet: the routes of the plugin are still starting
    return queue == null || queue.getSize() == null
        ? 0
        : Math.max(0, queue.getSize() - queue.getQueue().size());
  }
}
