package dev.genhub.engine.money;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Which usage is asked for.
 *
 * @param from the first day (UTC)
 * @param to the last day, which belongs to it
 */
record UsageQuery(LocalDate from, LocalDate to, UsageGrouping groupBy) {

  private static final int LONGEST_DAYS = 366;

  /**
   * Reads {@code from}, {@code to} and {@code groupBy}; without them it is this month, by day.
   *
   * @throws ApiProblem {@code validation_failed}; the pointers name the query parameters
   */
  static UsageQuery of(ApiRequest request, Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate to = request.query("to").map(UsageQuery::lastDay).orElse(today);
    LocalDate from =
        request.query("from").map(text -> day("from", text)).orElse(to.withDayOfMonth(1));
    requireOrder(from, to);
    UsageGrouping groupBy =
        request.query("groupBy").map(UsageQuery::grouping).orElse(UsageGrouping.DAY);
    return new UsageQuery(from, to, groupBy);
  }

  private static UsageGrouping grouping(String word) {
    return UsageGrouping.of(word)
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "/groupBy", "'" + word + "' is none of " + UsageGrouping.words()));
  }

  private static void requireOrder(LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw ApiProblem.invalid("/from", "'" + from + "' is after '" + to + "', which is the end");
    }
    if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
      throw ApiProblem.invalid(
          "/from", "'" + from + "' to '" + to + "' is more than " + LONGEST_DAYS + " days");
    }
  }

  /** A moment at midnight ends the day before it. */
  private static LocalDate lastDay(String text) {
    return text.length() > 10
        ? moment("to", text).minus(Duration.ofNanos(1)).atOffset(ZoneOffset.UTC).toLocalDate()
        : day("to", text);
  }

  private static LocalDate day(String name, String text) {
    if (text.length() > 10) {
      return moment(name, text).atOffset(ZoneOffset.UTC).toLocalDate();
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notDay) {
      throw wrong(name, text);
    }
  }

  private static Instant moment(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notTime) {
      throw wrong(name, text);
    }
  }

  private static ApiProblem wrong(String name, String text) {
    return ApiProblem.invalid(
        "/" + name,
        "'"
            + text
            + "' is neither a day such as 2026-01-31 nor a time such as 2026-01-31T00:00:00Z");
  }
}
