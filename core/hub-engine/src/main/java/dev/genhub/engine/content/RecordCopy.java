package dev.genhub.engine.content;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records that the copy is there, or that it is to be tried again. */
public final class RecordCopy {

  private static final Logger LOG = LoggerFactory.getLogger(RecordCopy.class);

  private final ArchiveStore store;
  private final ContentReads addresses;
  private final MediaStore media;
  private final CopiesUnderWay underWay;

  /** Records in the store. */
  public RecordCopy(
      ArchiveStore store, ContentReads addresses, MediaStore media, CopiesUnderWay underWay) {
    this.store = store;
    this.addresses = addresses;
    this.media = media;
    this.underWay = underWay;
  }

  /** Waits until it is committed. */
  public void record(CopyResult.Copy copy) throws IOException {
    try {
      commit(copy);
    } finally {
      underWay.end(copy.result().id());
    }
  }

  private void commit(CopyResult.Copy copy) throws IOException {
    ArchiveStore.Unarchived result = copy.result();
    Optional<MediaStore.Kept> kept = copy.kept();
    if (kept.isEmpty()) {
      store.again(result);
    } else if (!store.archived(
        result.id(),
        kept.get().path(),
        copy.mimeType(),
        kept.get().size(),
        addresses.addressOf(result.id()))) {
      LOG.info("content={} was deleted while it was copied", result.id());
      media.delete(kept.get().path());
    }
  }
}
