package dev.genhub.simulator.family;

import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import java.util.function.Function;

/**
 * A way to order a task: a POST to a path.
 *
 * @param order what a request that keeps the rules asks for
 */
public record Submission(String path, RequestRules rules, Function<Fields, Order> order) {}
