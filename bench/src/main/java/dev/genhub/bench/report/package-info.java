/** What a bench found: figures of the hub, limits of the machine, ratios, and where it ran. */
package dev.genhub.bench.report;
