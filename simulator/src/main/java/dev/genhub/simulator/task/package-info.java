/**
 * Tasks. What becomes of a {@link dev.genhub.simulator.task.SimTask} is decided when it is made;
 * what it looks like follows from the time alone ({@link dev.genhub.simulator.task.Snapshot}), so
 * that nothing has to run for a task to go on, and a simulator that comes back with its {@link
 * dev.genhub.simulator.task.Journal} goes on as if nothing had happened.
 */
package dev.genhub.simulator.task;
