package dev.genhub.engine.content;

import java.util.List;

/** Takes results that wait for their copy, a few at a time. */
public final class ClaimUnarchived {

  private static final int AT_ONCE = 16;

  private final ArchiveStore store;

  /** Claims from the store. */
  public ClaimUnarchived(ArchiveStore store) {
    this.store = store;
  }

  /** The results taken, possibly none. */
  public List<ArchiveStore.Unarchived> claim() {
    return store.claim(AT_ONCE);
  }
}
