package dev.genhub.engine.metrics;

import dev.genhub.spi.FailureKind;
import dev.genhub.spi.SubmitOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Locale;
import java.util.Optional;

/** Counts what this node does. Safe for use by many threads. */
public final class HubMeters {

  private final MeterRegistry registry;

  /** Counts in the registry. */
  public HubMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts where nobody reads. */
  public static HubMeters unread() {
    return new HubMeters(new SimpleMeterRegistry());
  }

  /** A submit was answered, or was not: {@code accepted, finished, rejected, unclear}. */
  public void submitted(String plugin, SubmitOutcome outcome) {
    String word = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    registry.counter("genhub.submits", "plugin", plugin, "outcome", word).increment();
  }

  /** A generation has ended; the outcome is its status, or its error's code when it failed. */
  public void settled(String provider, String status, Optional<FailureKind> failure) {
    String outcome = failure.map(FailureKind::code).orElse(status);
    registry.counter("genhub.generations", "provider", provider, "outcome", outcome).increment();
  }
}
