package dev.genhub.app.route;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that are not in effect as they stand, each said once. Safe for use by many threads. */
final class RouteProblems {
  private static final Logger LOG = LoggerFactory.getLogger(RouteProblems.class);

  private final Map<String, RouteProblem> byFile = new ConcurrentSkipListMap<>();
  private final Clock clock;

  RouteProblems(Clock clock) {
    this.clock = clock;
  }

  void found(String file, String reason) {
    RouteProblem known = byFile.get(file);
    if (known == null || !known.reason().equals(reason)) {
      byFile.put(file, new RouteProblem(file, reason, clock.instant()));
      LOG.warn("route file={} is not in effect, what ran before goes on: {}", file, reason);
    }
  }

  void solved(String file) {
    byFile.remove(file);
  }

  Set<String> files() {
    return Set.copyOf(byFile.keySet());
  }

  List<RouteProblem> all() {
    return List.copyOf(byFile.values());
  }
}
