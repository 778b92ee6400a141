/**
 * What a monitor sees of the hub: counters of what happened on this node, and gauges of what waits
 * in the database, read when somebody asks and not more often than every few seconds.
 */
package dev.genhub.engine.metrics;
