/**
 * What can go wrong, on demand. A {@link dev.genhub.simulator.fault.Mark} is one word in a prompt,
 * {@code [sim:http-429=2]}; the {@link dev.genhub.simulator.fault.Marks} of a request are all of
 * them, and those that a rate drew at random, which are marks like any other. What a mark does is
 * its {@link dev.genhub.simulator.fault.Fault}. The {@link
 * dev.genhub.simulator.fault.FaultInjector} counts: {@code =2} means the first two times only, and
 * no number means every time.
 *
 * <p>A word that does not exist is an error of the request: a test whose fault is misspelt must not
 * pass.
 */
package dev.genhub.simulator.fault;
