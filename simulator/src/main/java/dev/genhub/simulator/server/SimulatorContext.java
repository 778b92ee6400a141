package dev.genhub.simulator.server;

import dev.genhub.simulator.fault.FaultDesk;
import dev.genhub.simulator.task.TaskDurations;
import java.time.Clock;

/** What endpoints work with. */
public record SimulatorContext(
    TaskService tasks, FaultDesk faults, TaskDurations durations, Clock clock) {}
