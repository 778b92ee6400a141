package dev.genhub.engine.call;

import dev.genhub.spi.Credential;
import java.util.UUID;
import java.util.function.Function;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Exchanges the reference for the key when a request leaves. The key exists in clear from here to
 * the socket, and never in a message of a route.
 */
public final class KeyInsertion implements HttpRequestInterceptor {

  private final Function<UUID, String> openKey;

  /**
   * @param openKey decrypts a stored key; may throw
   */
  public KeyInsertion(Function<UUID, String> openKey) {
    this.openKey = openKey;
  }

  @Override
  public void process(HttpRequest request, EntityDetails entity, HttpContext context)
      throws KeyUnavailableException {
    Header header = request.getFirstHeader(CredentialReference.HEADER);
    if (header == null) {
      return;
    }
    request.removeHeaders(CredentialReference.HEADER);
    CredentialReference reference =
        CredentialReference.decode(header.getValue())
            .orElseThrow(() -> new KeyUnavailableException("the reference to the key is broken"));
    Credential.KeyHeader place = reference.place();
    request.setHeader(place.header(), place.prefix() + open(reference.keyVersionId()));
  }

  private String open(UUID keyVersionId) throws KeyUnavailableException {
    try {
      return openKey.apply(keyVersionId);
    } catch (RuntimeException failed) {
      // the cause stays out: what a crypto library says must not reach a log by way of a route
      throw new KeyUnavailableException("the stored key " + keyVersionId + " cannot be opened");
    }
  }
}
