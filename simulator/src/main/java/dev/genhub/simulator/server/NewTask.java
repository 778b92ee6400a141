package dev.genhub.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.account.Account;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.task.Fate;
import java.time.Duration;
import java.time.Instant;

/**
 * A task to be made.
 *
 * @param family the name of its family
 */
public record NewTask(
    Account account,
    String family,
    Order order,
    ObjectNode request,
    Instant createdAt,
    Duration duration,
    Fate fate) {}
