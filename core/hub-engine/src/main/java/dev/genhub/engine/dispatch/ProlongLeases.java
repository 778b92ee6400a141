package dev.genhub.engine.dispatch;

import java.util.List;
import java.util.UUID;

/** The heartbeat of this node's work: one statement for everything whose lease needs it. */
public final class ProlongLeases {

  private final HeldWork held;
  private final DispatchStore store;

  /** Prolongs what is held. */
  public ProlongLeases(HeldWork held, DispatchStore store) {
    this.held = held;
    this.store = store;
  }

  /** Returns once the new ends of the leases are committed. */
  public void prolong() {
    List<UUID> due = held.toProlong();
    if (!due.isEmpty()) {
      store.prolong(due);
    }
  }
}
