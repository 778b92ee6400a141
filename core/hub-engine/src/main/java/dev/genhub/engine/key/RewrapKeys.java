package dev.genhub.engine.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with the rewrap that an admin asked for: opens every sealed value with whatever master
 * key it needs and seals it with the current one. Traffic goes on meanwhile, as both are readable.
 */
public final class RewrapKeys {

  private static final Logger LOG = LoggerFactory.getLogger(RewrapKeys.class);

  private static final int BATCH = 50;

  /** Then the next turn of the route goes on, here or on another node. */
  private static final int MOST_BATCHES = 200;

  private final RewrapStore store;
  private final MasterKey masterKey;
  private final List<SealedColumn> columns;

  /** Seals every column that the hub has. */
  public RewrapKeys(RewrapStore store, MasterKey masterKey) {
    this(store, masterKey, SealedColumn.ALL);
  }

  RewrapKeys(RewrapStore store, MasterKey masterKey, List<SealedColumn> columns) {
    this.store = store;
    this.masterKey = masterKey;
    this.columns = columns;
  }

  /** Does batches until there is nothing left to do, or this turn has been long enough. */
  public void rewrap() {
    for (int i = 0; i < MOST_BATCHES; i++) {
      Optional<RewrapStore.Taken> taken = store.take(masterKey.fingerprint());
      if (taken.isEmpty()) {
        return;
      }
      step(taken.get());
    }
  }

  private void step(RewrapStore.Taken rewrap) {
    if (rewrap.stage() == columns.size()) {
      store.finish(rewrap, masterKey.fingerprint(), rewrap.failed());
      LOG.info("operation=rewrap masterKey={} failed={}", masterKey.fingerprint(), rewrap.failed());
      return;
    }
    SealedColumn column = columns.get(rewrap.stage());
    List<SealedColumn.Row> rows =
        store.next(column, masterKey.sealedPrefix(), rewrap.after(), BATCH);
    int failed = rewrap.failed();
    for (SealedColumn.Row row : rows) {
      failed += reseal(column, row) ? 0 : 1;
    }
    if (rows.size() < BATCH) {
      store.moveOn(rewrap, rewrap.stage() + 1, Optional.empty(), failed);
    } else {
      store.moveOn(rewrap, rewrap.stage(), Optional.of(rows.get(BATCH - 1).id()), failed);
    }
  }

  private boolean reseal(SealedColumn column, SealedColumn.Row row) {
    byte[] associated = row.associated().getBytes(StandardCharsets.UTF_8);
    try {
      byte[] plain = masterKey.unseal(Base64.getDecoder().decode(row.sealed()), associated);
      String sealed = Base64.getEncoder().encodeToString(masterKey.seal(plain, associated));
      Arrays.fill(plain, (byte) 0);
      store.replace(column, row, sealed);
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      LOG.error(
          "operation=rewrap table={} id={} cannot be opened: {}",
          column.table(),
          row.id(),
          unreadable.getMessage());
      return false;
    }
  }
}
