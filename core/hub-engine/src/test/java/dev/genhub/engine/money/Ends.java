package dev.genhub.engine.money;

import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How generations of these tests are sent, and how they end. */
final class Ends {
  private Ends() {}

  /** A generation that is with its provider. */
  static UUID sent(HubFixture hub, Order order) {
    UUID id = hub.queued(order);
    sent(hub, List.of(id));
    return id;
  }

  /** Sends generations that are in the queue. */
  static void sent(HubFixture hub, List<UUID> ids) {
    hub.database
        .everything()
        .sql("update public.generation_tasks set phase = 'following' where id = any (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

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
