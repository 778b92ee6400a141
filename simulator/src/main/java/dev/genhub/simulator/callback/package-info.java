/**
 * Callbacks: when a task reports what ({@link dev.genhub.simulator.callback.CallbackPlan}), and how
 * a report is delivered: answered with HTTP 200 within 15 seconds, or repeated up to three times
 * (docs.kie.ai, callbacks of every family; webhook verification).
 */
package dev.genhub.simulator.callback;
