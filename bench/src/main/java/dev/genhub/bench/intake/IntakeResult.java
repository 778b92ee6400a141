package dev.genhub.bench.intake;

import dev.genhub.bench.load.Latencies;
import dev.genhub.bench.load.ProcessorTime;
import java.util.Map;

/**
 * What the load saw.
 *
 * @param acceptedPerSecond answers with 202, in the time that was measured
 * @param acceptedInAll answers with 202, the warm-up included
 * @param latencies of the accepted ones that were measured
 * @param answers how many by status, in the time that was measured
 * @param used what the measured ones cost
 */
public record IntakeResult(
    double acceptedPerSecond,
    int acceptedInAll,
    Latencies latencies,
    Map<String, Integer> answers,
    ProcessorTime used) {}
