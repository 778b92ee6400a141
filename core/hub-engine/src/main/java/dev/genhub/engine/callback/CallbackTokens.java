package dev.genhub.engine.callback;

import dev.genhub.engine.key.MasterKey;
import dev.genhub.engine.store.WorkerSession;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens of callback addresses: the generation's id and a tag that only the hub can make, so
 * that a callback is matched without a look-up and cannot be guessed. All nodes on one database
 * share the secret, which stands there encrypted with the master key.
 */
public final class CallbackTokens {

  private static final String NAME = "callback-tokens";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 16;
  private static final int TAG_BYTES = 16;

  private final SecretKeySpec secret;

  private CallbackTokens(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** Reads the secret of the database; the first node of all makes it. */
  public static CallbackTokens load(WorkerSession session, MasterKey masterKey, Clock clock) {
    byte[] associated = NAME.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      String made = Base64.getEncoder().encodeToString(masterKey.seal(random, associated));
      String kept =
          session.run(
              jdbc -> {
                jdbc.sql(
                        """
                        insert into genhub.keysets (name, keyset_encrypted, created_at)
                        values (:name, :made, :now) on conflict do nothing
                        """)
                    .param("name", NAME)
                    .param("made", made)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
                return jdbc.sql("select keyset_encrypted from genhub.keysets where name = :name")
                    .param("name", NAME)
                    .query(String.class)
                    .single();
              });
      return new CallbackTokens(masterKey.unseal(Base64.getDecoder().decode(kept), associated));
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException(
          "the database was set up with another master key; set genhub.master-key to that one",
          wrong);
    }
  }

  /** The token that names a generation. */
  public String tokenFor(UUID generation) {
    byte[] id = bytes(generation);
    byte[] token = Arrays.copyOf(id, ID_BYTES + TAG_BYTES);
    System.arraycopy(tag(id), 0, token, ID_BYTES, TAG_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The generation that a token names; empty for a token that the hub did not make. */
  public Optional<UUID> generationOf(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != ID_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    byte[] id = Arrays.copyOf(bytes, ID_BYTES);
    byte[] tag = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
    // constant time, so that a tag cannot be found byte by byte
    return MessageDigest.isEqual(tag, tag(id)) ? Optional.of(uuid(id)) : Optional.empty();
  }

  private byte[] tag(byte[] id) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return Arrays.copyOf(mac.doFinal(id), TAG_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID uuid(byte[] id) {
    ByteBuffer buffer = ByteBuffer.wrap(id);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
