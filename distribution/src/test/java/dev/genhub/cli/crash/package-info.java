/**
 * What becomes of a generation when the hub's process is killed, at every point where that makes a
 * difference. The processes are real and killed with SIGKILL; the points are held by locks in the
 * database, so that the hub needs no hooks for it.
 */
package dev.genhub.cli.crash;
