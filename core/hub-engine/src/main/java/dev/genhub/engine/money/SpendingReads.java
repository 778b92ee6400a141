package dev.genhub.engine.money;

import dev.genhub.engine.store.UserSession;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads what is left of a user's monthly limit, in the name of the user. */
public final class SpendingReads {

  private static final String REMAINING =
      """
      select least(l.cap_usd, coalesce(l.monthly_limit_usd, cast(:usual as numeric)))
             - coalesce(s.reserved_usd + s.spent_usd, 0)
      from (select cast(:user as uuid) as id) as u
      left join genhub.spending_limits l on l.user_id = u.id
      left join genhub.spending s on s.user_id = u.id and s.period = :period
      """;

  private final UserSession session;
  private final Optional<BigDecimal> defaultLimitUsd;
  private final Clock clock;

  /**
   * @param defaultLimitUsd the monthly limit of users who have none of their own
   */
  public SpendingReads(UserSession session, Optional<BigDecimal> defaultLimitUsd, Clock clock) {
    this.session = session;
    this.defaultLimitUsd = defaultLimitUsd;
    this.clock = clock;
  }

  /** What may still be reserved this month (UTC); empty when there is no limit. */
  public Optional<BigDecimal> remainingUsd(UUID user) {
    LocalDate period = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).atDay(1);
    List<BigDecimal> remaining =
        session.as(
            user,
            jdbc ->
                jdbc.sql(REMAINING)
                    .param("usual", defaultLimitUsd.orElse(null))
                    .param("user", user)
                    .param("period", period)
                    .query((row, n) -> row.getBigDecimal(1))
                    .list());
    return remaining.stream().filter(Objects::nonNull).findFirst();
  }
}
