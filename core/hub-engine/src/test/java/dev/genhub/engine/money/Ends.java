package dev.genhub.engine.money;

import dev.genhub.engine.generation.Settlement;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How generations of these tests end. */
final class Ends {
  private Ends() {}

  /** Made, and charged by the quote. */
  static Settlement completed(UUID id) {
    return completed(id, Optional.empty());
  }

  /** Made, and charged what the provider took. */
  static Settlement completed(UUID id, String creditsCharged) {
    return completed(id, Optional.of(new BigDecimal(creditsCharged)));
  }

  private static Settlement completed(UUID id, Optional<BigDecimal> creditsCharged) {
    return new Settlement.Completed(
        id,
        Optional.empty(),
        List.of(Artifact.remote(ContentType.IMAGE, URI.create("https://cdn.test/1.png"))),
        creditsCharged);
  }

  /** Refused; costs nothing. */
  static Settlement failed(UUID id) {
    return new Settlement.Failed(
        id, Failure.uncharged(FailureKind.CONTENT_REJECTED, "", "not allowed"));
  }
}
