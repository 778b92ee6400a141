/** Databases for tests: one real server for each JVM, a new database for each test class. */
package dev.genhub.postgres.testing;
