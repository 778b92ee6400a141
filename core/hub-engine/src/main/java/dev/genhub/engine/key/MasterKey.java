package dev.genhub.engine.key;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key that encrypts all data keys, and while it is being changed the other one too. What is
 * sealed begins with the fingerprint of the key that it needs. Safe for use by many threads.
 *
 * <p>The text of a key is the base64 of 32 random bytes, or the address of a key in a key
 * management service.
 */
public final class MasterKey {

  /** The form of what is sealed: this byte, the fingerprint, Tink's envelope. */
  private static final byte FORM = 1;

  private static final int HEADER_BYTES = 1 + KeyEncryptionKey.FINGERPRINT_BYTES;

  /** The header in base64: nine bytes are twelve characters, and none is shared with the rest. */
  static final int HEADER_CHARACTERS = 12;

  private final KeyEncryptionKey current;
  private final List<KeyEncryptionKey> readable;

  private MasterKey(KeyEncryptionKey current, List<KeyEncryptionKey> readable) {
    this.current = current;
    this.readable = readable;
  }

  /** A new key, as text. */
  public static String generate() {
    byte[] random = new byte[KeyEncryptionKey.BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }

  /**
   * Reads the key.
   *
   * @throws IllegalArgumentException if the text is no key; the message does not repeat it
   */
  public static MasterKey of(String text) {
    KeyEncryptionKey key = KeyEncryptionKey.of(text);
    return new MasterKey(key, List.of(key));
  }

  /**
   * The same key, which also opens what another one sealed.
   *
   * @throws IllegalArgumentException if the text is no key; the message does not repeat it
   */
  public MasterKey alsoReading(String text) {
    return new MasterKey(
        current, Stream.concat(readable.stream(), Stream.of(KeyEncryptionKey.of(text))).toList());
  }

  /** Names the key without giving anything of it away: 16 hexadecimal digits. */
  public String fingerprint() {
    return HexFormat.of().formatHex(current.fingerprint());
  }

  /** How the base64 of everything begins that this key seals. */
  String sealedPrefix() {
    return Base64.getEncoder().encodeToString(header(current));
  }

  /** Encrypts; the associated data must be given again to decrypt. */
  public byte[] seal(byte[] plain, byte[] associatedData) throws GeneralSecurityException {
    byte[] envelope = current.envelope().encrypt(plain, associatedData);
    return ByteBuffer.allocate(HEADER_BYTES + envelope.length)
        .put(header(current))
        .put(envelope)
        .array();
  }

  /**
   * Decrypts what {@link #seal} made, under this key or one that is also read.
   *
   * @throws GeneralSecurityException if it needs another key, is broken or belongs elsewhere
   */
  public byte[] unseal(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
    byte[] header = Arrays.copyOf(sealed, HEADER_BYTES);
    for (KeyEncryptionKey key : readable) {
      if (Arrays.equals(header, header(key))) {
        byte[] envelope = Arrays.copyOfRange(sealed, HEADER_BYTES, sealed.length);
        return key.envelope().decrypt(envelope, associatedData);
      }
    }
    throw new GeneralSecurityException("it needs another master key");
  }

  private static byte[] header(KeyEncryptionKey key) {
    return ByteBuffer.allocate(HEADER_BYTES).put(FORM).put(key.fingerprint()).array();
  }
}
