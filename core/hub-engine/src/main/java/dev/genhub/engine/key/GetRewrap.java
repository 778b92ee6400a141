package dev.genhub.engine.key;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;

/** {@code GET /v1/admin/keys/rewrap}. */
public final class GetRewrap {

  private final RewrapStore store;
  private final MasterKey masterKey;

  /** Counts what is sealed with the master key. */
  public GetRewrap(RewrapStore store, MasterKey masterKey) {
    this.store = store;
    this.masterKey = masterKey;
  }

  /** How far everything is sealed with the current master key. */
  public ApiResponse get(ApiRequest request) {
    return ApiResponse.ok(store.progress(SealedColumn.ALL, masterKey.sealedPrefix()));
  }
}
