package dev.genhub.app;

import dev.genhub.engine.store.DatabasePools;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** All meters of this process, and the page that Prometheus reads. */
final class Monitor {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Meters the process and the pools of connections. */
  Monitor(DatabasePools pools) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    pools.users().setMetricRegistry(registry);
    pools.workers().setMetricRegistry(registry);
  }

  MeterRegistry registry() {
    return registry;
  }

  /** All meters in the text format of Prometheus. */
  String page() {
    return registry.scrape();
  }
}
