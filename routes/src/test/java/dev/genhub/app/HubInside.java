package dev.genhub.app;

import java.util.Map;
import org.apache.camel.CamelContext;

/** Opens to tests of the routes what the hub keeps to itself. */
public final class HubInside {
  private HubInside() {}

  /** The context that the routes run in. */
  public static CamelContext camel(RunningHub hub) {
    return hub.inside().camel();
  }

  /** Everything that a route can name, by its name. */
  public static Map<String, Object> verbs(RunningHub hub) {
    return hub.inside().verbs();
  }
}
