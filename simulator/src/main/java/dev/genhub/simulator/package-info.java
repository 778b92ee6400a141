/**
 * A stand-in for api.kie.ai, written from its documentation and from the integration guide, and
 * sharing no code with the plugins that talk to it: what both get wrong would otherwise agree.
 *
 * <p>A task's state is a function of the time since it was made, so that a simulator that is
 * restarted with its journal goes on as if nothing had happened. Faults are asked for by words in
 * the prompt ({@code [sim:fail]}) or by rates.
 */
package dev.genhub.simulator;
