/**
 * Posts of generations from many connections, and the two ways of inserting bare rows that they are
 * held against. Every connection posts, waits for the answer and posts again, without a pause.
 */
package dev.genhub.bench.intake;
