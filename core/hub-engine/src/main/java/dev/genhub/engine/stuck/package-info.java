/**
 * Generations that do not go on by themselves, for the people who run the hub.
 *
 * <p>Everything that the hub can find out by itself it finds out elsewhere. What remains is listed
 * here with its reason; and where only a look at the provider's own pages tells whether a submit
 * was taken, an admin says so, and money and state follow.
 */
package dev.genhub.engine.stuck;
