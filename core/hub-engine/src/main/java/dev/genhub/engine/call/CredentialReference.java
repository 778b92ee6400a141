package dev.genhub.engine.call;

import dev.genhub.spi.Credential;
import java.util.Optional;
import java.util.UUID;

/**
 * Which key goes where, as it travels through a message instead of the key itself. The HTTP client
 * exchanges it for the key when the request leaves.
 *
 * @param keyVersionId the stored key
 * @param place the header that takes it
 */
public record CredentialReference(UUID keyVersionId, Credential.KeyHeader place) {

  /** The header of the message that carries the reference; it never leaves the hub. */
  public static final String HEADER = "Genhub-Credential-Reference";

  /** The header's value. */
  public String encoded() {
    return keyVersionId + "," + place.header() + "," + place.prefix();
  }

  /** The reference in a header's value; empty when it is none. */
  public static Optional<CredentialReference> decode(String value) {
    String[] parts = value.split(",", 3);
    if (parts.length != 3) {
      return Optional.empty();
    }
    return Optional.of(
        new CredentialReference(
            UUID.fromString(parts[0]), new Credential.KeyHeader(parts[1], parts[2])));
  }
}
