package dev.genhub.engine.generation;

import dev.genhub.engine.content.KeepInline;
import dev.genhub.engine.content.MadeResult;
import dev.genhub.engine.content.UnreadableResultException;
import dev.genhub.engine.metrics.HubMeters;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Settles generations: status, results, money, ledger and what users will be told in one
 * transaction, once. A generation that is settled already is left as it is.
 */
public final class SettleGenerations {

  private final WorkerSession session;
  private final KeepInline inline;
  private final Clock clock;
  private final HubMeters meters;

  /**
   * Settles in the workers' role.
   *
   * @param inline keeps results that came inside a reply
   * @param meters counts what is settled
   */
  public SettleGenerations(
      WorkerSession session, KeepInline inline, Clock clock, HubMeters meters) {
    this.session = session;
    this.inline = inline;
    this.clock = clock;
    this.meters = meters;
  }

  /** Settles without counting. */
  public SettleGenerations(WorkerSession session, KeepInline inline, Clock clock) {
    this(session, inline, clock, HubMeters.unread());
  }

  /** A settlement with its results at hand. */
  private record Prepared(Settlement settlement, List<MadeResult> results) {}

  /**
   * Settles several generations in one transaction. The statements do not grow with their number.
   *
   * @return for each, in order, whether this call settled it
   */
  public List<Boolean> settle(List<Settlement> settlements) {
    List<Prepared> prepared = new ArrayList<>();
    SettlementBatch batch = new SettlementBatch();
    List<Boolean> settled;
    try {
      settlements.forEach(settlement -> prepared.add(prepare(settlement)));
      settled =
          session.run(
              jdbc -> {
                List<Boolean> ends = gather(lock(jdbc, prepared), prepared, batch);
                batch.write(jdbc, clock.instant());
                return ends;
              });
    } catch (RuntimeException failed) {
      prepared.forEach(one -> inline.discard(one.results()));
      throw failed;
    }
    for (int i = 0; i < settled.size(); i++) {
      if (!settled.get(i)) {
        inline.discard(prepared.get(i).results());
      }
    }
    batch.count(meters);
    return settled;
  }

  /** Files are written before the transaction, which holds locks. */
  private Prepared prepare(Settlement settlement) {
    if (!(settlement instanceof Settlement.Completed completed)) {
      return new Prepared(settlement, List.of());
    }
    try {
      return new Prepared(completed, inline.keep(completed.artifacts()));
    } catch (UnreadableResultException unreadable) {
      // the provider has done its work, and will say the same again
      Failure failure =
          new Failure(
              FailureKind.UNREADABLE_REPLY, "", unreadable.getMessage(), Optional.empty(), true);
      return new Prepared(new Settlement.Failed(completed.id(), failure), List.of());
    }
  }

  private static List<Boolean> gather(
      Map<UUID, OpenGeneration> open, List<Prepared> prepared, SettlementBatch batch) {
    List<Boolean> settled = new ArrayList<>();
    for (Prepared one : prepared) {
      Closing closing = Closing.of(one.settlement());
      OpenGeneration row = open.get(one.settlement().id());
      boolean ends = row != null && closing.ends(row);
      settled.add(ends);
      if (ends) {
        // of several settlements of one generation the first counts
        open.remove(row.id());
        batch.add(row, closing, one.results());
      }
    }
    return settled;
  }

  private static Map<UUID, OpenGeneration> lock(JdbcClient jdbc, List<Prepared> prepared) {
    Map<UUID, OpenGeneration> open = new HashMap<>();
    jdbc.sql(SettlementSql.LOCK)
        .param("ids", prepared.stream().map(one -> one.settlement().id()).toArray(UUID[]::new))
        .query(OpenGeneration::read)
        .list()
        .forEach(row -> open.put(row.id(), row));
    return open;
  }
}
