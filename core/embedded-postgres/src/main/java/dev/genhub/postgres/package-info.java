/**
 * A durable PostgreSQL that comes with the hub, for people who have none at hand.
 *
 * <p>Unlike test helpers it keeps what it was told: fsync and synchronous commits are on, logins
 * need a password, it listens on 127.0.0.1 only, and it ends with the process that started it,
 * however that process ends: a small shell holds the server, and ends it when the standard input
 * that this JVM keeps open closes.
 */
package dev.genhub.postgres;
