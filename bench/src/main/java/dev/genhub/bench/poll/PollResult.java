package dev.genhub.bench.poll;

import dev.genhub.bench.load.ProcessorTime;

/**
 * What the hub did.
 *
 * @param recordedPerSecond looks that are in the database
 * @param arrivedPerSecond reads that reached the provider
 * @param arrived how many those are
 * @param used what they cost
 */
public record PollResult(
    double recordedPerSecond, double arrivedPerSecond, long arrived, ProcessorTime used) {}
