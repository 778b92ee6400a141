package dev.genhub.engine.money;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes how reservations end, within a transaction of the workers. */
public final class Ledger {

  /** Rows are locked in the order of users, as at intake, so that nobody waits in a circle. */
  private static final String MOVE =
      """
      with moved as (
        select user_id, period, sum(reserved) as reserved, sum(spent) as spent
        from unnest(:users::uuid[], :periods::date[], :reserved::numeric[], :spent::numeric[])
          as booking (user_id, period, reserved, spent)
        group by user_id, period),
      locked as (
        select s.user_id, s.period from genhub.spending s
        join moved using (user_id, period)
        order by s.user_id, s.period
        for update of s)
      update genhub.spending s
      set reserved_usd = s.reserved_usd - moved.reserved, spent_usd = s.spent_usd + moved.spent
      from locked join moved using (user_id, period)
      where s.user_id = locked.user_id and s.period = locked.period
      """;

  private static final String WRITE =
      """
      insert into genhub.ledger_entries (generation_id, user_id, kind, credits, usd, created_at)
      select generation_id, user_id, kind, credits, usd, :now
      from unnest(:generations::uuid[], :users::uuid[], :kinds::text[], :credits::numeric[],
                  :usd::numeric[]) as entry (generation_id, user_id, kind, credits, usd)
      """;

  private Ledger() {}

  /** Moves the money and writes an entry for each booking. */
  public static void book(JdbcClient jdbc, List<Booking> bookings, Instant now) {
    if (bookings.isEmpty()) {
      return;
    }
    UUID[] users = column(bookings, Booking::userId, UUID[]::new);
    jdbc.sql(MOVE)
        .param("users", users)
        .param("periods", column(bookings, Ledger::firstDay, String[]::new))
        .param("reserved", column(bookings, Booking::reservedUsd, BigDecimal[]::new))
        .param("spent", column(bookings, Booking::spentUsd, BigDecimal[]::new))
        .update();
    jdbc.sql(WRITE)
        .param("generations", column(bookings, Booking::generationId, UUID[]::new))
        .param("users", users)
        .param("kinds", column(bookings, Ledger::word, String[]::new))
        .param("credits", column(bookings, Booking::credits, BigDecimal[]::new))
        .param("usd", column(bookings, Booking::usd, BigDecimal[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** As text, since the driver takes no array of dates. */
  private static String firstDay(Booking booking) {
    return booking.period().toString();
  }

  private static String word(Booking booking) {
    return booking.kind().name().toLowerCase(Locale.ROOT);
  }

  private static <T> T[] column(
      List<Booking> bookings, Function<Booking, T> read, IntFunction<T[]> array) {
    return bookings.stream().map(read).toArray(array);
  }
}
