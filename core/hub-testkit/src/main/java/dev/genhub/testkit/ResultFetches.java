package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.Credential;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpMethod;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.Resend;
import java.net.URI;
import java.util.List;

/**
 * How the files of results are fetched; their addresses are the provider's words, or a forger's.
 */
record ResultFetches(Subject subject) {

  private static final URI ELSEWHERE = URI.create("https://elsewhere.example/files/1.png");

  /** A key goes to the provider itself and to nobody whose address looks like it. */
  void keyStaysAtHome() {
    ProviderAdapter adapter = subject.adapterWith(Subject.BASE_URL, DescribedCalls.STAND_IN);
    URI base = URI.create(DescribedCalls.STAND_IN);
    String port = ":" + base.getPort();
    List<String> forged =
        List.of(
            ELSEWHERE.toString(),
            "https://" + base.getHost() + ".elsewhere.example" + port + base.getPath() + "/1.png",
            "https://" + base.getHost() + port + "@elsewhere.example" + base.getPath() + "/1.png",
            "https://elsewhere.example/" + DescribedCalls.STAND_IN + "/1.png",
            "https://elsewhere.example/1.png?from=" + DescribedCalls.STAND_IN + "/1.png",
            "http://" + base.getHost() + port + base.getPath() + "/1.png",
            "https://" + base.getHost() + ":1" + base.getPath() + "/1.png");
    for (String address : forged) {
      HttpCall call = adapter.fetch(URI.create(address));
      assertThat(call.credential())
          .as("the key in the fetch of %s, with base-url %s", address, DescribedCalls.STAND_IN)
          .isEqualTo(Credential.none());
    }
  }

  void readsOnly() {
    HttpCall call = subject.adapter().fetch(ELSEWHERE);
    assertThat(call.method()).as("fetches only read").isEqualTo(HttpMethod.GET);
    assertThat(call.resend()).as("fetches are repeated").isEqualTo(Resend.SAFE);
    assertThat(call.uri()).as("a file that is elsewhere is fetched there").isEqualTo(ELSEWHERE);
    assertThat(subject.adapter().fetch(ELSEWHERE)).as("described again").isEqualTo(call);
  }
}
