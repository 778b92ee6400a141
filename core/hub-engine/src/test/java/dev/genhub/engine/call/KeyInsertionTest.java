package dev.genhub.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.spi.Credential;
import java.util.UUID;
import java.util.function.Function;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.junit.jupiter.api.Test;

class KeyInsertionTest {

  private static final UUID VERSION = UUID.randomUUID();

  private static HttpRequest request(String reference) {
    HttpRequest request = new BasicHttpRequest("POST", "/tasks");
    if (reference != null) {
      request.setHeader(CredentialReference.HEADER, reference);
    }
    return request;
  }

  private static void process(HttpRequest request, Function<UUID, String> openKey)
      throws KeyUnavailableException {
    new KeyInsertion(openKey).process(request, null, null);
  }

  @Test
  void theReferenceBecomesTheKeyInItsPlace() throws Exception {
    HttpRequest request =
        request(
            new CredentialReference(VERSION, new Credential.KeyHeader("X-Key", "Key, ")).encoded());

    process(request, version -> "sk-of-" + version);

    assertThat(request.getFirstHeader("X-Key").getValue()).isEqualTo("Key, sk-of-" + VERSION);
    assertThat(request.containsHeader(CredentialReference.HEADER)).isFalse();
  }

  @Test
  void aCallWithoutAReferenceCarriesNoKey() throws Exception {
    HttpRequest request = request(null);

    process(
        request,
        version -> {
          throw new AssertionError("no key is asked for");
        });

    assertThat(request.getHeaders()).isEmpty();
  }

  @Test
  void aKeyThatDoesNotOpenStopsTheCallAndTheCauseStaysOut() {
    HttpRequest request =
        request(new CredentialReference(VERSION, new Credential.KeyHeader("X-Key", "")).encoded());

    assertThatThrownBy(
            () ->
                process(
                    request,
                    version -> {
                      throw new IllegalStateException("tag mismatch on sk-secret");
                    }))
        .isInstanceOf(KeyUnavailableException.class)
        .hasMessage("the stored key " + VERSION + " cannot be opened")
        .hasNoCause();
    assertThat(request.containsHeader(CredentialReference.HEADER)).isFalse();
  }

  @Test
  void aBrokenReferenceStopsTheCall() {
    assertThatThrownBy(() -> process(request("nonsense"), version -> "sk"))
        .isInstanceOf(KeyUnavailableException.class)
        .hasMessage("the reference to the key is broken");
  }
}
