package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.plugin.LoadedPlugin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plugins that take nothing new and stay loaded for what they began: until nothing of it is under
 * way any more, or the end of patience. Used by one thread at a time.
 */
public final class FinishingPlugins implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FinishingPlugins.class);

  /** A request may have looked into the catalogue just before the plugin left it. */
  private static final Duration AT_LEAST = Duration.ofSeconds(2);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private record Finishing(LoadedPlugin loaded, Instant since) {}

  private final Function<Collection<String>, List<ModelReference>> underWay;
  private final Duration patience;
  private final Clock clock;
  private final List<Finishing> newestFirst = new ArrayList<>();
  private Instant nextLook = Instant.EPOCH;

  /**
   * @param underWay the work of plugins, given by their ids, that is not settled
   * @param patience how long a plugin is kept at most
   */
  public FinishingPlugins(
      Function<Collection<String>, List<ModelReference>> underWay, Duration patience, Clock clock) {
    this.underWay = underWay;
    this.patience = patience;
    this.clock = clock;
  }

  void add(LoadedPlugin loaded) {
    newestFirst.add(0, new Finishing(loaded, clock.instant()));
  }

  /** Whether work of a plugin is under way that somebody has to finish. */
  boolean isAwaited(String plugin) {
    try {
      return !underWay.apply(List.of(plugin)).isEmpty();
    } catch (RuntimeException unknown) {
      LOG.warn("what plugin {} has under way cannot be told: {}", plugin, unknown.toString());
      return false;
    }
  }

  List<LoadedPlugin> loaded() {
    return newestFirst.stream().map(Finishing::loaded).toList();
  }

  List<InstalledPlugin> plugins() {
    return newestFirst.stream().map(it -> it.loaded().plugin()).toList();
  }

  /** Takes out those that are not needed any more. */
  Collection<LoadedPlugin> done(Catalogue catalogue) {
    Instant now = clock.instant();
    if (newestFirst.isEmpty() || now.isBefore(nextLook)) {
      return List.of();
    }
    nextLook = now.plus(LOOK_EVERY);
    List<Finishing> done = newestFirst.stream().filter(it -> isDone(it, catalogue, now)).toList();
    newestFirst.removeAll(done);
    return done.stream().map(Finishing::loaded).toList();
  }

  private boolean isDone(Finishing it, Catalogue catalogue, Instant now) {
    if (now.isBefore(it.since().plus(AT_LEAST))) {
      return false;
    }
    InstalledPlugin plugin = it.loaded().plugin();
    if (now.isAfter(it.since().plus(patience))) {
      LOG.warn(
          "plugin id={} version={} has not finished within {}, its work waits for it to come back",
          plugin.id(),
          plugin.version(),
          patience);
      return true;
    }
    return it.loaded().callsUnderWay() == 0 && !isNeeded(plugin, catalogue);
  }

  private boolean isNeeded(InstalledPlugin plugin, Catalogue catalogue) {
    try {
      return underWay.apply(List.of(plugin.id())).stream()
          .flatMap(work -> catalogue.finisher(work).stream())
          .anyMatch(plugin::equals);
    } catch (RuntimeException unknown) {
      LOG.warn("what plugin {} has under way cannot be told: {}", plugin.id(), unknown.toString());
      return true;
    }
  }

  @Override
  public void close() {
    newestFirst.forEach(it -> it.loaded().close());
    newestFirst.clear();
  }
}
