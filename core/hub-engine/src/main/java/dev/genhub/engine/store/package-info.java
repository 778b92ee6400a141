/**
 * The database: the two roles under which everything runs, and batches that share a commit.
 *
 * <p>Requests of users run as {@code genhub_user} with the user's claims set for one transaction,
 * so that the policies of the tables decide what is seen, whatever the {@code WHERE} says. Workers
 * run as {@code genhub_worker}. Both roles belong to the connections of a pool of their own; a
 * connection on which the claims were forgotten sees nothing.
 */
package dev.genhub.engine.store;
