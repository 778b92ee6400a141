package dev.genhub.engine.reconciliation;

import dev.genhub.engine.money.SpendingPeriod;
import dev.genhub.engine.store.WorkerSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the ledger of this month and the last one up and compares it with the running totals: once a
 * night, as it reads every entry of both.
 */
public final class CheckBooks {

  private static final Logger LOG = LoggerFactory.getLogger(CheckBooks.class);

  private static final String CHECK =
      """
      insert into genhub.book_checks (checked_at, unbalanced_generations, unbalanced_months)
      select :now, (select count(*) from genhub.unbalanced_generations(:since)),
             (select count(*) from genhub.unbalanced_months(:since))
      on conflict (checked_at) do update
        set unbalanced_months = excluded.unbalanced_months
      returning *
      """;

  private final WorkerSession session;
  private final Clock clock;

  /** Adds up in the workers' role. */
  public CheckBooks(WorkerSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /** Looks, keeps what it saw, and says so when something is wrong. */
  public void check() {
    Instant now = clock.instant();
    LocalDate since = SpendingPeriod.of(now).firstDay().minusMonths(1);
    BookCheck found =
        session.run(
            jdbc ->
                jdbc.sql(CHECK)
                    .param("now", Timestamp.from(now))
                    .param("since", since)
                    .query((row, n) -> BookCheck.read(row))
                    .single());
    if (!found.addsUp()) {
      LOG.error(
          "the books do not add up: {} months of users differ from the ledger, see"
              + " genhub.unbalanced_months",
          found.unbalancedMonths());
    }
  }
}
