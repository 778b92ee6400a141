package dev.genhub.engine.plugin;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A jar found in the plugins folder, whether it works or not.
 *
 * @param id from the manifest, or the file's name when the manifest cannot be read
 * @param version from the manifest, or an empty text
 * @param service what the plugin offers; empty when it failed or is stopped
 * @param problem why it did not start, one line for the operator; empty when it did or is stopped
 */
public record InstalledPlugin(
    String id, String version, Optional<Service> service, Optional<String> problem, Origin origin) {

  public InstalledPlugin {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(origin, "origin");
  }

  /** A plugin that came from no file. */
  public InstalledPlugin(
      String id, String version, Optional<Service> service, Optional<String> problem) {
    this(id, version, service, problem, Origin.NOWHERE);
  }

  /**
   * Where a plugin came from.
   *
   * @param file the name of its jar
   * @param requires the range of SPI versions that it was written for
   * @param takesOver the range of its own earlier versions whose work it can finish; empty for
   *     those of the same major version
   * @param since when the hub took the jar up
   */
  public record Origin(String file, String requires, Optional<String> takesOver, Instant since) {

    static final Origin NOWHERE = new Origin("", "*", Optional.empty(), Instant.EPOCH);

    public Origin {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(requires, "requires");
      Objects.requireNonNull(takesOver, "takesOver");
      Objects.requireNonNull(since, "since");
    }
  }

  /** What a working plugin offers. */
  public record Service(PluginDescriptor descriptor, ProviderAdapter adapter, Health health) {

    public Service {
      Objects.requireNonNull(descriptor, "descriptor");
      Objects.requireNonNull(adapter, "adapter");
      Objects.requireNonNull(health, "health");
    }

    /** One that is always well. */
    public Service(PluginDescriptor descriptor, ProviderAdapter adapter) {
      this(descriptor, adapter, Optional::empty);
    }
  }

  /** How a plugin that has started does. Asked by many threads. */
  @FunctionalInterface
  public interface Health {

    /** Why nothing can be asked of it at the moment; empty while it is well. */
    Optional<String> problem();
  }

  static InstalledPlugin failed(String id, String version, String problem, Origin origin) {
    return new InstalledPlugin(id, version, Optional.empty(), Optional.of(problem), origin);
  }

  static InstalledPlugin stopped(String id, String version, Origin origin) {
    return new InstalledPlugin(id, version, Optional.empty(), Optional.empty(), origin);
  }

  /** The same plugin, which is not let in. */
  public InstalledPlugin refused(String why) {
    return failed(id, version, why, origin);
  }

  /** Why it does not work now, whether it never started or has come to a standstill. */
  public Optional<String> trouble() {
    return problem.or(() -> service.flatMap(it -> it.health().problem()));
  }

  /** {@code started}, {@code stopped} or {@code failed}, as the API says it. */
  public String state() {
    if (trouble().isPresent()) {
      return "failed";
    }
    return service.isPresent() ? "started" : "stopped";
  }

  /** Whether it can finish what another version of it has begun. */
  public boolean takesOver(String other) {
    return Succession.takesOver(version, origin.takesOver(), other);
  }
}
