package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;

/** Lets go of the work when its exchange ends, whichever way it ends. */
public final class HoldWork {

  private final HeldWork held;

  /** Lets go of what is held there. */
  public HoldWork(HeldWork held) {
    this.held = held;
  }

  /** The body must be a {@link ClaimedGeneration}; it stays as it is. */
  public void hold(Exchange exchange) {
    ClaimedGeneration work = exchange.getMessage().getBody(ClaimedGeneration.class);
    exchange.getExchangeExtension().addOnCompletion(new Release(work));
  }

  private final class Release implements Synchronization {

    private final ClaimedGeneration work;

    Release(ClaimedGeneration work) {
      this.work = work;
    }

    @Override
    public void onComplete(Exchange exchange) {
      held.drop(work);
    }

    @Override
    public void onFailure(Exchange exchange) {
      held.drop(work);
    }
  }
}
