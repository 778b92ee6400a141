package dev.genhub.engine.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/** Encrypts provider keys for the one row and user that they belong to. */
public final class KeyCipher {

  private final MasterKey masterKey;

  /** Encrypts under the master key. */
  public KeyCipher(MasterKey masterKey) {
    this.masterKey = masterKey;
  }

  String encrypt(String key, UUID keyId, UUID userId) {
    try {
      byte[] encrypted = masterKey.seal(bytes(key), belongsTo(keyId, userId));
      return Base64.getEncoder().encodeToString(encrypted);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("a key cannot be encrypted", failed);
    }
  }

  String decrypt(String encrypted, UUID keyId, UUID userId) {
    try {
      byte[] key =
          masterKey.unseal(Base64.getDecoder().decode(encrypted), belongsTo(keyId, userId));
      return new String(key, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException(
          "key " + keyId + " cannot be decrypted: another master key, or another row's ciphertext",
          wrong);
    }
  }

  private static byte[] belongsTo(UUID keyId, UUID userId) {
    return bytes(keyId + "|" + userId);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
