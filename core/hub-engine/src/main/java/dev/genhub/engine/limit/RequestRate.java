package dev.genhub.engine.limit;

import java.util.OptionalInt;

/**
 * How many generations each user may ask for in a minute.
 *
 * @param perMinute empty for as many as they like
 */
public record RequestRate(OptionalInt perMinute) {

  /** No limit. */
  public static final RequestRate UNLIMITED = new RequestRate(OptionalInt.empty());

  /**
   * The rate of a setting.
   *
   * @param setting requests a minute; 0 switches the limit off
   */
  public static RequestRate of(int setting) {
    return setting == 0 ? UNLIMITED : new RequestRate(OptionalInt.of(setting));
  }
}
