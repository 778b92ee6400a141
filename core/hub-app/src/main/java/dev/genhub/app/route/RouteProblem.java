package dev.genhub.app.route;

import java.time.Instant;
import java.util.Objects;

/**
 * A file of the routes folder that is not in effect as it stands there.
 *
 * @param file its name below the routes folder, for example {@code http/list-keys.camel.yaml}
 * @param reason one line for the operator
 * @param since when it was first seen so
 */
public record RouteProblem(String file, String reason, Instant since) {
  public RouteProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(since, "since");
  }
}
