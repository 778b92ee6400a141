package dev.genhub.engine.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.genhub.engine.store.WorkerSession;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens stored keys for the length of one call. Ciphertexts are remembered, as a version never
 * changes; clear keys never are.
 */
public final class KeyVault {

  private record Version(UUID keyId, UUID userId, String encrypted) {}

  private final WorkerSession session;
  private final KeyCipher cipher;
  private final Cache<UUID, Version> versions = Caffeine.newBuilder().maximumSize(20_000).build();

  /** Reads in the workers' role. */
  public KeyVault(WorkerSession session, KeyCipher cipher) {
    this.session = session;
    this.cipher = cipher;
  }

  /**
   * The key in clear. The caller must not keep it.
   *
   * @throws IllegalStateException if there is no such version, or it does not open
   */
  public String open(UUID versionId) {
    Version version = versions.get(versionId, id -> read(id).orElse(null));
    if (version == null) {
      throw new IllegalStateException("there is no key version " + versionId);
    }
    return cipher.decrypt(version.encrypted(), version.keyId(), version.userId());
  }

  private Optional<Version> read(UUID versionId) {
    return session.run(
        jdbc ->
            jdbc.sql(
                    """
                    select key_id, user_id, api_key_encrypted from genhub.key_versions
                    where id = :id
                    """)
                .param("id", versionId)
                .query(
                    (row, n) ->
                        new Version(
                            row.getObject("key_id", UUID.class),
                            row.getObject("user_id", UUID.class),
                            row.getString("api_key_encrypted")))
                .optional());
  }
}
