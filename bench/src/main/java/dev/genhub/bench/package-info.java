/**
 * What the hub does under load, held against what the machine can do. A figure alone says little,
 * as it changes with the machine and with the hour; so every bench measures a limit in the same
 * run, with the same database or the same server at the other end, and reports the two and their
 * ratio.
 *
 * <p>The hub runs as its users run it: packaged, in a process of its own, started by the script.
 * The load comes from the process of the bench.
 */
package dev.genhub.bench;
