package dev.genhub.engine.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * The month that money is counted in. It begins at midnight UTC for everybody: limits of one user
 * are kept by several nodes and several apps, which must agree on the month without asking.
 *
 * @param month the month in UTC
 */
public record SpendingPeriod(YearMonth month) {

  public SpendingPeriod {
    Objects.requireNonNull(month, "month");
  }

  /** The month of a moment. */
  public static SpendingPeriod of(Instant moment) {
    return new SpendingPeriod(YearMonth.from(moment.atOffset(ZoneOffset.UTC)));
  }

  /** Its first day, by which the tables know it. */
  public LocalDate firstDay() {
    return month.atDay(1);
  }
}
