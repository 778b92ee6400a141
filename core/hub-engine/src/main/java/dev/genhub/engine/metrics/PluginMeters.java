package dev.genhub.engine.metrics;

import dev.genhub.engine.catalogue.Catalogues;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** How many jars of this node's plugins folder are in which state. */
public final class PluginMeters implements MeterBinder {

  private final Catalogues catalogues;

  /** Counts the catalogue of the moment. */
  public PluginMeters(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "started", all -> inState(all, "started"));
    count(registry, "stopped", all -> inState(all, "stopped"));
    count(registry, "failed", all -> inState(all, "failed"));
    count(registry, "finishing", all -> all.current().finishing().size());
  }

  private static long inState(Catalogues catalogues, String state) {
    return catalogues.current().plugins().stream()
        .filter(plugin -> plugin.state().equals(state))
        .count();
  }

  private void count(MeterRegistry registry, String state, ToDoubleFunction<Catalogues> count) {
    Gauge.builder("genhub.plugins", catalogues, count)
        .description("jars of the plugins folder, and those gone from it that finish their work")
        .tag("state", state)
        .register(registry);
  }
}
