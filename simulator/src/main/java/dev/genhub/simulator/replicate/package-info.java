/**
 * Replicate's predictions (HTTP API, predictions; webhooks; 2026-11) for three of its models.
 * Callbacks are signed by Standard Webhooks. A prediction is answered with 200 where Replicate says
 * 201, and cannot be called off.
 */
package dev.genhub.simulator.replicate;
