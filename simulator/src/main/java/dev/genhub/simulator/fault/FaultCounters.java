package dev.genhub.simulator.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many times counted marks have applied; the oldest counts are forgotten first. */
final class FaultCounters {

  private static final int KEPT = 100_000;

  private record Counted(String word, String subject) {}

  private final Map<Counted, Integer> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Counted, Integer> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Whether a mark applies once more.
   *
   * @param subject what is counted for: a prompt, or the id of a task
   */
  boolean applies(Mark mark, String subject) {
    if (mark.times() == 0) {
      return true;
    }
    Counted counted = new Counted(mark.word(), subject);
    int used = counts.getOrDefault(counted, 0);
    if (used >= mark.times()) {
      return false;
    }
    counts.put(counted, used + 1);
    return true;
  }

  void forgetAll() {
    counts.clear();
  }
}
