package dev.genhub.simulator.server;

import dev.genhub.simulator.fault.FaultInjector;
import dev.genhub.simulator.task.TaskDurations;
import java.time.Clock;

/** What endpoints work with. */
public record SimulatorContext(
    TaskService tasks,
    ResultFiles files,
    FaultInjector faults,
    TaskDurations durations,
    Clock clock) {}
