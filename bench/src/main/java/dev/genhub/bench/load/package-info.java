/** What every load needs: a stretch of time that is measured, latencies, and what it all costs. */
package dev.genhub.bench.load;
