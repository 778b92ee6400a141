package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.store.BatchWriter;
import java.util.UUID;
import org.apache.camel.Variable;

/**
 * Commits that the generation is about to be sent. Only after this commit may its first byte leave:
 * from here on nobody sends it again.
 */
public final class RecordIntent {

  private final BatchWriter<UUID, Boolean> intents;

  /**
   * @param intents writes intents, many in one commit; says whether the lease still held
   */
  public RecordIntent(BatchWriter<UUID, Boolean> intents) {
    this.intents = intents;
  }

  /**
   * Waits for the commit.
   *
   * @throws LeaseLostException if another node may have taken the work meanwhile
   */
  public void record(@Variable("work") ClaimedGeneration work) {
    if (!intents.write(work.id()).join()) {
      throw new LeaseLostException(work.id());
    }
  }
}
