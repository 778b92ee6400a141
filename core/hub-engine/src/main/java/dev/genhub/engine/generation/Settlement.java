package dev.genhub.engine.generation;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.Failure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** How a generation ends. Each way ends only what it can have come to. */
public sealed interface Settlement {

  /** Which generation. */
  UUID id();

  /**
   * It was made: of what may have been sent.
   *
   * @param taskId the provider's id, when the answer to the submit was already the result
   * @param creditsCharged what the provider says it took; empty charges the quote
   */
  record Completed(
      UUID id,
      Optional<String> taskId,
      List<Artifact> artifacts,
      Optional<BigDecimal> creditsCharged)
      implements Settlement {
    public Completed {
      Objects.requireNonNull(id, "id");
      artifacts = List.copyOf(artifacts);
    }
  }

  /** It failed: of what may have been sent. Charged or released as the failure says. */
  record Failed(UUID id, Failure failure) implements Settlement {
    public Failed {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(failure, "failure");
    }
  }

  /** It cannot be sent: of what surely was not. Nothing is charged. */
  record NeverSent(UUID id, Failure failure) implements Settlement {
    public NeverSent {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(failure, "failure");
    }
  }

  /**
   * It never became known whether the provider took it: of what is unknown. The reservation stays
   * until someone finds out.
   */
  record OutcomeUnknown(UUID id) implements Settlement {
    public OutcomeUnknown {
      Objects.requireNonNull(id, "id");
    }
  }

  /**
   * The user withdrew it: of anything. Nothing is charged when it was surely not sent; otherwise
   * the provider may keep the money, and the quote is charged.
   */
  record Cancelled(UUID id) implements Settlement {
    public Cancelled {
      Objects.requireNonNull(id, "id");
    }
  }
}
