package dev.genhub.engine.operator;

import java.time.Instant;

/**
 * A plugin as admins see it.
 *
 * @param problem null unless it failed
 * @param provider null for one that is not loaded
 * @param underWay how many generations it is to finish
 */
record PluginView(
    String id,
    String version,
    String requires,
    String state,
    String problem,
    String file,
    String provider,
    int models,
    Instant since,
    long underWay) {}
