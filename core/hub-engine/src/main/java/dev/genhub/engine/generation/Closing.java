package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.math.BigDecimal;
import java.util.Optional;

/** What a settlement does to a generation, as {@link SettlementSql} takes it. */
final class Closing {

  private final OpenGeneration open;
  private final ObjectNode values = JsonNodeFactory.instance.objectNode();

  private Closing(OpenGeneration open, String status) {
    this.open = open;
    values.put("id", open.id().toString());
    values.put("userId", open.userId().toString());
    values.put("period", open.period().toString());
    values.put("status", status);
  }

  static ObjectNode of(Settlement settlement, OpenGeneration open) {
    if (settlement instanceof Settlement.Completed completed) {
      return completed(completed, open);
    }
    if (settlement instanceof Settlement.Failed failed) {
      return new Closing(open, "failed")
          .because(failed.failure())
          .takeMoney(failed.failure().charged())
          .values;
    }
    if (settlement instanceof Settlement.OutcomeUnknown) {
      // the money stays reserved until somebody finds out
      return new Closing(open, "failed").because(outcomeUnknown()).values;
    }
    Closing cancelled = new Closing(open, "cancelled").takeMoney(!open.surelyUnsent());
    cancelled.values.put("callOff", !open.surelyUnsent());
    return cancelled.values;
  }

  private static ObjectNode completed(Settlement.Completed completed, OpenGeneration open) {
    Closing closing = new Closing(open, "completed").charge(completed.creditsCharged());
    completed.taskId().ifPresent(id -> closing.values.put("taskId", storable(id)));
    closing.values.put("resultUrl", address(completed.artifacts().get(0)));
    return closing.values;
  }

  private static Failure outcomeUnknown() {
    return Failure.uncharged(
        FailureKind.SUBMISSION_OUTCOME_UNKNOWN,
        "",
        "it never became known whether the provider took the task");
  }

  private Closing because(Failure failure) {
    values.put("errorCode", failure.kind().code());
    values.put("errorMessage", storable(failure.message()));
    values.put("errorRetryable", failure.kind().retryable());
    values.put("errorCharged", failure.charged());
    return this;
  }

  private Closing takeMoney(boolean charged) {
    return charged
        ? charge(Optional.empty())
        : book("release", open.quoteCredits(), open.quoteUsd());
  }

  private Closing charge(Optional<BigDecimal> creditsCharged) {
    BigDecimal credits = creditsCharged.orElse(open.quoteCredits());
    BigDecimal usd = creditsCharged.map(open::usd).orElse(open.quoteUsd());
    values.put("chargedCredits", credits);
    values.put("chargedUsd", usd);
    return book("charge", credits, usd);
  }

  private Closing book(String entry, BigDecimal credits, BigDecimal usd) {
    values.put("entry", entry);
    values.put("entryCredits", credits);
    values.put("entryUsd", usd);
    values.put("entryReserved", open.quoteUsd());
    return this;
  }

  /** Where the provider keeps it; null when it came in the reply itself. */
  static String address(Artifact made) {
    return made.source() instanceof Artifact.Source.Remote remote ? remote.uri().toString() : null;
  }

  /** The text without the one character that PostgreSQL cannot store. */
  static String storable(String text) {
    return text.replace("\0", "");
  }
}
