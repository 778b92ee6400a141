/**
 * A generation from the request to its settlement.
 *
 * <p>Intake is a chain of verbs, each handing a richer record to the next: {@code
 * readGenerationOrder} → {@link dev.genhub.engine.generation.GenerationOrder}, {@code
 * planGeneration} → {@link dev.genhub.engine.generation.PlannedGeneration}, {@code quoteCost} →
 * {@link dev.genhub.engine.generation.PricedGeneration}, {@code acceptGeneration}.
 *
 * <p>What the hub itself believes of a generation is its {@link
 * dev.genhub.engine.generation.Phase}; the status that users see follows from it.
 */
package dev.genhub.engine.generation;
