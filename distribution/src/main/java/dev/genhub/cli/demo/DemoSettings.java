package dev.genhub.cli.demo;

import dev.genhub.app.settings.HubSettings;
import dev.genhub.cli.Home;
import dev.genhub.simulator.Dialect;
import dev.genhub.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The settings of a demo: those of the home, with the simulator in KIE.AI's place. */
final class DemoSettings {
  private DemoSettings() {}

  /** A simulator that remembers its tasks, so that an interrupted demo can go on. */
  static SimulatorOptions simulator(Path data, int port, Dialect dialect) {
    return SimulatorOptions.defaults()
        .withPort(port)
        .withDialect(dialect)
        .withJournal(data.resolve("simulator"));
  }

  static HubSettings hub(Path data, int simulatorPort, Dialect dialect, Optional<Integer> port) {
    Map<String, String> overrides = new HashMap<>();
    overrides.put("genhub.data-dir", data.toString());
    overrides.put("genhub.providers.kie.base-url", "http://127.0.0.1:" + simulatorPort);
    overrides.put("genhub.providers.kie.dialect", dialect.word());
    // the simulator's files are on this machine
    overrides.put("genhub.webhooks.allow-private-addresses", "true");
    overrides.put("genhub.polling.initial-delay", "500ms");
    overrides.put("genhub.polling.max-delay", "2s");
    port.ifPresent(number -> overrides.put("genhub.http.port", number.toString()));
    return HubSettings.read(Home.settings(overrides));
  }
}
