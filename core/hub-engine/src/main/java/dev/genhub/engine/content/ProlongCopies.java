package dev.genhub.engine.content;

import java.util.List;
import java.util.UUID;

/** Keeps the leases of the results that this node copies. */
public final class ProlongCopies {

  private final CopiesUnderWay underWay;
  private final ArchiveStore store;

  /** Prolongs what is under way. */
  public ProlongCopies(CopiesUnderWay underWay, ArchiveStore store) {
    this.underWay = underWay;
    this.store = store;
  }

  /** Returns once the new ends of the leases are committed. */
  public void prolong() {
    List<UUID> ids = underWay.ids();
    if (!ids.isEmpty()) {
      store.prolong(ids);
    }
  }
}
