/** What the tests call the simulator with, and what it calls back. */
package dev.genhub.simulator.testing;
