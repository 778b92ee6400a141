package dev.genhub.simulator.server;

import dev.genhub.simulator.task.Medium;
import dev.genhub.simulator.task.Product;
import java.util.Optional;

/**
 * Which file a name means.
 *
 * @param number which of the results; 0 for a preview
 */
record ResultName(Medium medium, int number, boolean thumbnail) {

  private static final String THUMBNAIL = "thumb.png";

  /** The file of a product; empty when the product has no such file. */
  static Optional<ResultName> of(String name, Product product) {
    if (name.equals(THUMBNAIL)) {
      return Optional.of(new ResultName(Medium.IMAGE, 0, true));
    }
    for (int number = 0; number < product.count(); number++) {
      if (name.equals(number + "." + product.medium().extension())) {
        return Optional.of(new ResultName(product.medium(), number, false));
      }
    }
    return Optional.empty();
  }

  /** The file of any product. */
  static Optional<ResultName> ofAny(String name) {
    for (Medium medium : Medium.values()) {
      if (name.endsWith("." + medium.extension())) {
        return Optional.of(new ResultName(medium, 0, name.equals(THUMBNAIL)));
      }
    }
    return Optional.empty();
  }
}
