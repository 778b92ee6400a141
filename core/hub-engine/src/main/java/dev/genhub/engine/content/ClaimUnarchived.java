package dev.genhub.engine.content;

import java.util.List;

/** Takes results that wait for their copy, a few at a time. */
public final class ClaimUnarchived {

  private static final int AT_ONCE = 16;

  private final ArchiveStore store;
  private final CopiesUnderWay underWay;

  /** Claims from the store. */
  public ClaimUnarchived(ArchiveStore store, CopiesUnderWay underWay) {
    this.store = store;
    this.underWay = underWay;
  }

  /** The results taken, possibly none. */
  public List<ArchiveStore.Unarchived> claim() {
    int room = Math.min(AT_ONCE, underWay.room());
    List<ArchiveStore.Unarchived> taken = room == 0 ? List.of() : store.claim(room);
    underWay.take(taken);
    return taken;
  }
}
