package dev.genhub.engine.dispatch;

import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.spi.Resend;
import org.apache.camel.Variable;

/**
 * Commits that the generation is about to be sent. Only after this commit may its first byte leave:
 * from here on nobody sends it again, unless its provider honours the idempotency key of the call.
 */
public final class RecordIntent {

  private final BatchWriter<Intent, Boolean> intents;
  private final HeldWork held;

  /**
   * @param intents writes intents, many in one commit; says whether the lease still held
   */
  public RecordIntent(BatchWriter<Intent, Boolean> intents, HeldWork held) {
    this.intents = intents;
    this.held = held;
  }

  /**
   * Waits for the commit.
   *
   * @throws LeaseLostException if another node may have taken the work meanwhile, or this one is
   *     stopping
   */
  public void record(
      @Variable("work") ClaimedGeneration work, @Variable("call") OutboundCall call) {
    boolean repeatable = call.call().resend() == Resend.SAFE;
    if (!held.sending() || !intents.write(Intent.of(work, repeatable)).join()) {
      throw new LeaseLostException(work.id());
    }
  }
}
