package dev.genhub.engine.key;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;
import java.util.ServiceLoader;

/**
 * Keys that never leave a key management service. Tink's own clients ({@code tink-java-awskms},
 * {@code tink-java-gcpkms}) are found when their jars are on the class path; the hub brings none of
 * them along.
 */
final class KeyManagementService {

  private KeyManagementService() {}

  /**
   * The key at an address, for example {@code aws-kms://arn:aws:kms:…} or {@code gcp-kms://…}, with
   * the credentials of the surroundings.
   *
   * @throws IllegalArgumentException if no client on the class path knows the address
   */
  static Aead key(String address) throws GeneralSecurityException {
    for (KmsClient client : ServiceLoader.load(KmsClient.class)) {
      if (client.doesSupport(address)) {
        return client.withDefaultCredentials().getAead(address);
      }
    }
    String scheme = address.substring(0, address.indexOf("://") + 3);
    throw new IllegalArgumentException(
        "there is no client for "
            + scheme
            + " on the class path; put Tink's integration for it into lib"
            + " (tink-java-awskms for aws-kms://, tink-java-gcpkms for gcp-kms://)");
  }
}
