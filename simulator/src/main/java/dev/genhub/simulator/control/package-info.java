/**
 * The simulator's own addresses, under {@code /sim}, without a key: what it was asked to make and
 * what it charged, so that a test can hold the hub's books against the provider's.
 */
package dev.genhub.simulator.control;
