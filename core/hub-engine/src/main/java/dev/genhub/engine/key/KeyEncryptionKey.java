package dev.genhub.engine.key;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * One key that encrypts data keys: 32 bytes that the operator keeps, or a key that never leaves a
 * key management service.
 *
 * @param fingerprint eight bytes by which ciphertexts say that they need this key; they give
 *     nothing of it away
 * @param envelope encrypts with a new data key each time, and the data key with this key
 */
record KeyEncryptionKey(byte[] fingerprint, Aead envelope) {

  static final int BYTES = 32;
  static final int FINGERPRINT_BYTES = 8;

  /**
   * The key of a text.
   *
   * @param text base64 of 32 bytes, or the address of a key in a key management service
   * @throws IllegalArgumentException if it is neither; the message never repeats a key
   */
  static KeyEncryptionKey of(String text) {
    String trimmed = text.trim();
    try {
      AeadConfig.register();
      Aead key =
          trimmed.contains("://") ? KeyManagementService.key(trimmed) : local(bytes(trimmed));
      return new KeyEncryptionKey(fingerprint(trimmed), KmsEnvelopeAead.create(parameters(), key));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("the master key is not usable", unusable);
    }
  }

  @AccessesPartialKey
  private static Aead local(byte[] bytes) throws GeneralSecurityException {
    AesGcmKey key =
        AesGcmKey.builder()
            .setParameters(parameters())
            .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
            .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private static AesGcmParameters parameters() throws GeneralSecurityException {
    return AesGcmParameters.builder()
        .setKeySizeBytes(BYTES)
        .setIvSizeBytes(12)
        .setTagSizeBytes(16)
        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
        .build();
  }

  private static byte[] bytes(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("the master key is not base64");
    }
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "the master key has " + bytes.length + " bytes; 32 are needed, in base64");
    }
    return bytes;
  }

  /** A hash of 256 random bits cannot be turned back. */
  private static byte[] fingerprint(String text) throws GeneralSecurityException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(("genhub master key " + text).getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(hash, FINGERPRINT_BYTES);
  }

  @Override
  public String toString() {
    return "KeyEncryptionKey";
  }
}
