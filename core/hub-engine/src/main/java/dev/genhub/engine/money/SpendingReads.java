package dev.genhub.engine.money;

import dev.genhub.engine.store.UserSession;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads what is left of a user's monthly limit, in the name of the user. */
public final class SpendingReads {

  private static final String REMAINING =
      """
      select cast(genhub.limits_of(:user, :period, cast(:usual as numeric)) ->> 'remainingUsd'
                  as numeric)
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

  /** What may still be reserved this month; empty when there is no limit. */
  public Optional<BigDecimal> remainingUsd(UUID user) {
    LocalDate period = SpendingPeriod.of(clock.instant()).firstDay();
    List<BigDecimal> remaining =
        session.as(
            user,
            jdbc ->
                jdbc.sql(REMAINING)
                    .param("usual", defaultLimitUsd.orElse(null), Types.NUMERIC)
                    .param("user", user)
                    .param("period", period)
                    .query((row, n) -> row.getBigDecimal(1))
                    .list());
    return remaining.stream().filter(Objects::nonNull).findFirst();
  }
}
