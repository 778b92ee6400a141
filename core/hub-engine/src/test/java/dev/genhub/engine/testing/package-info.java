/**
 * What the engine's tests share: a hub on a real database, a clock that is set by hand, and a
 * provider in memory.
 */
package dev.genhub.engine.testing;
