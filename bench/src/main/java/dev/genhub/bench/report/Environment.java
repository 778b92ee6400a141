package dev.genhub.bench.report;

import dev.genhub.bench.hub.HubDatabase;

/**
 * Where a bench ran.
 *
 * @param cores what load, hub and database share
 */
public record Environment(int cores, String jdk, String postgres) {

  /** This machine, with the database. */
  public static Environment of(HubDatabase database) {
    return new Environment(
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        database.version());
  }
}
