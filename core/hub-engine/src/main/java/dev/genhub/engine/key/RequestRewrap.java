package dev.genhub.engine.key;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.Map;

/** {@code POST /v1/admin/keys/rewrap}. */
public final class RequestRewrap {

  private final RewrapStore store;
  private final MasterKey masterKey;

  /** Asks for everything to be sealed with the master key. */
  public RequestRewrap(RewrapStore store, MasterKey masterKey) {
    this.store = store;
    this.masterKey = masterKey;
  }

  /** 202 with how things stand; the work is done behind the answer. */
  public ApiResponse request(ApiRequest request) {
    store.request(Actor.of(request), masterKey.fingerprint());
    return new ApiResponse(
        202,
        Map.of("Location", "/v1/admin/keys/rewrap"),
        store.progress(SealedColumn.ALL, masterKey.sealedPrefix()));
  }
}
