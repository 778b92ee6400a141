package dev.genhub.bench.lag;

import dev.genhub.bench.load.Latencies;
import dev.genhub.bench.poll.StatusStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes when each task is read, and can leave Veo's reads unanswered. */
public final class ReadTimes implements StatusStub.Reads {
  private final Map<String, Long> lastReads = new HashMap<>();
  private final List<Long> readsOfAll = new ArrayList<>();
  private Latencies waits = new Latencies();
  private boolean veoHangs;

  @Override
  public synchronized boolean answered(String path, String taskId) {
    if (path.equals(StatusStub.VEO)) {
      return !veoHangs;
    }
    long now = System.nanoTime();
    readsOfAll.add(now);
    Long before = lastReads.put(taskId, now);
    if (before != null) {
      waits.add(now - before);
    }
    return true;
  }

  /** From now on no read of a Veo task is answered. */
  public synchronized void hangVeo() {
    veoHangs = true;
  }

  /** The times between two reads of the same Midjourney task since this was last asked for. */
  public synchronized Latencies takeWaits() {
    Latencies taken = waits;
    waits = new Latencies();
    return taken;
  }

  /** How long after a moment of {@link System#nanoTime()} each Midjourney read came. */
  public synchronized List<Duration> since(long moment) {
    return readsOfAll.stream().map(read -> Duration.ofNanos(read - moment)).toList();
  }
}
