/** A whole hub for tests: real database, real HTTP, and a provider whose behaviour tests set. */
package dev.genhub.routes.testing;
