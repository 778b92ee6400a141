package dev.genhub.kie;

import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.util.OptionalInt;

/** How far a task is, where KIE.AI tells. */
public final class Progress {

  private Progress() {}

  /** A figure from 0 to 100; empty for 100 too, which a running task cannot have reached. */
  public static OptionalInt ofPercent(Json figure) {
    return figure
        .integer()
        .filter(percent -> percent >= 0 && percent < 100)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** A share from 0 to 1, also as text such as {@code "0.25"}. */
  public static OptionalInt ofShare(Json share) {
    return share
        .number()
        .map(part -> ofPercent(Json.of(part.multiply(BigDecimal.valueOf(100)))))
        .orElse(OptionalInt.empty());
  }
}
