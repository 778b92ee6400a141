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
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that encrypts all data keys. Its text is the base64 of 32 random bytes. */
public final class MasterKey {

  private static final int BYTES = 32;

  private final Aead envelope;

  private MasterKey(Aead envelope) {
    this.envelope = envelope;
  }

  /** A new key, as text. */
  public static String generate() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }

  /**
   * Reads the key.
   *
   * @throws IllegalArgumentException if the text is not the base64 of 32 bytes; the message does
   *     not repeat it
   */
  public static MasterKey of(String text) {
    try {
      AeadConfig.register();
      return new MasterKey(KmsEnvelopeAead.create(parameters(), keyEncryptionKey(text)));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("the master key is not usable", unusable);
    }
  }

  @AccessesPartialKey
  private static Aead keyEncryptionKey(String text) throws GeneralSecurityException {
    AesGcmKey key =
        AesGcmKey.builder()
            .setParameters(parameters())
            .setKeyBytes(SecretBytes.copyFrom(bytes(text), InsecureSecretKeyAccess.get()))
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
      bytes = Base64.getDecoder().decode(text.trim());
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("the master key is not base64");
    }
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "the master key has " + bytes.length + " bytes; 32 are needed, in base64");
    }
    return bytes;
  }

  /** Encrypts; the associated data must be given again to decrypt. */
  public byte[] seal(byte[] plain, byte[] associatedData) throws GeneralSecurityException {
    return envelope.encrypt(plain, associatedData);
  }

  /** Decrypts what {@link #seal} made. */
  public byte[] unseal(byte[] encrypted, byte[] associatedData) throws GeneralSecurityException {
    return envelope.decrypt(encrypted, associatedData);
  }
}
