/**
 * The hub as a process of its own, and the ways to reach it: through its API in the name of users,
 * and through its embedded database.
 */
package dev.genhub.bench.hub;
