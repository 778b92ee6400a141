package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * The days on which something holds, such as a price that a vendor has announced. Days begin at
 * midnight UTC.
 *
 * @param from the first day; empty when it has always held
 * @param until the first day on which it holds no more; empty when no end is known
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {

  public Validity {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /**
   * The {@code validFrom} and {@code validUntil} of an entry in a data file.
   *
   * @throws IllegalStateException if one of them is no date; that is a defect
   */
  public static Validity of(Json entry) {
    return new Validity(date(entry, "validFrom"), date(entry, "validUntil"));
  }

  private static Optional<LocalDate> date(Json entry, String name) {
    if (!entry.at(name).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(entry.at(name).text().orElse("")));
    } catch (DateTimeException wrong) {
      throw new IllegalStateException(
          name + " is " + entry.at(name) + ", it must be a date such as \"2026-11-24\"", wrong);
    }
  }

  /** Whether it holds at a moment. */
  public boolean holds(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(end -> day.isBefore(end)).orElse(true);
  }
}
