package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.content.KeepInline;
import dev.genhub.engine.content.MadeResult;
import dev.genhub.engine.content.UnreadableResultException;
import dev.genhub.engine.key.KeyHealth;
import dev.genhub.engine.money.Booking;
import dev.genhub.engine.money.Ledger;
import dev.genhub.engine.store.StorableText;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Settles generations: status, results, money, ledger and what users will be told in one
 * transaction, once. A generation that is settled already is left as it is.
 */
public final class SettleGenerations {

  private static final int MOST_TASK_ID = 255;

  private final WorkerSession session;
  private final KeepInline inline;
  private final Clock clock;

  /**
   * Settles in the workers' role.
   *
   * @param inline keeps results that came inside a reply
   */
  public SettleGenerations(WorkerSession session, KeepInline inline, Clock clock) {
    this.session = session;
    this.inline = inline;
    this.clock = clock;
  }

  /** A settlement with its results at hand. */
  private record Prepared(Settlement settlement, List<MadeResult> results) {}

  /**
   * Settles several generations in one transaction, in five statements however many there are.
   *
   * @return for each, in order, whether this call settled it
   */
  public List<Boolean> settle(List<Settlement> settlements) {
    List<Prepared> prepared = new ArrayList<>();
    try {
      settlements.forEach(settlement -> prepared.add(prepare(settlement)));
      List<Boolean> settled = session.run(jdbc -> settle(jdbc, prepared));
      for (int i = 0; i < settled.size(); i++) {
        if (!settled.get(i)) {
          inline.discard(prepared.get(i).results());
        }
      }
      return settled;
    } catch (RuntimeException failed) {
      prepared.forEach(one -> inline.discard(one.results()));
      throw failed;
    }
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

  private List<Boolean> settle(JdbcClient jdbc, List<Prepared> prepared) {
    Map<UUID, OpenGeneration> open = lock(jdbc, prepared);
    ArrayNode closings = JsonNodeFactory.instance.arrayNode();
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    List<Booking> bookings = new ArrayList<>();
    Map<UUID, FailureKind> failures = new TreeMap<>();
    List<Boolean> settled = new ArrayList<>();
    for (Prepared one : prepared) {
      Closing closing = Closing.of(one.settlement());
      OpenGeneration row = open.get(one.settlement().id());
      boolean ends = row != null && closing.ends(row);
      settled.add(ends);
      if (ends) {
        // of several settlements of one generation the first counts
        open.remove(row.id());
        Optional<Booking> booking = closing.booking(row);
        closings.add(close(row, one, closing, booking));
        ResultRows.add(results, row, one.results());
        booking.ifPresent(bookings::add);
        closing.failure().ifPresent(failure -> failures.put(row.id(), failure.kind()));
      }
    }
    write(jdbc, closings, results, bookings);
    failures.forEach((id, kind) -> KeyHealth.generationFailed(jdbc, id, kind, clock.instant()));
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

  private static ObjectNode close(
      OpenGeneration row, Prepared one, Closing closing, Optional<Booking> booking) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.put("id", row.id().toString());
    values.put("status", closing.status());
    closing
        .taskId()
        .flatMap(id -> StorableText.within(MOST_TASK_ID, id))
        .ifPresent(id -> values.put("taskId", id));
    one.results().stream().findFirst().ifPresent(it -> values.put("resultUrl", it.url()));
    closing.failure().ifPresent(failure -> because(values, failure));
    booking
        .filter(it -> it.kind() == Booking.Kind.CHARGE)
        .ifPresent(it -> values.put("chargedCredits", it.credits()).put("chargedUsd", it.usd()));
    return values.put("callOff", closing.callsOff(row));
  }

  private static void because(ObjectNode values, Failure failure) {
    values.put("errorCode", failure.kind().code());
    values.put("errorMessage", StorableText.of(failure.message()));
    values.put("errorRetryable", failure.kind().retryable());
    values.put("errorCharged", failure.charged());
  }

  private void write(
      JdbcClient jdbc, ArrayNode closings, ArrayNode results, List<Booking> bookings) {
    if (closings.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    jdbc.sql(SettlementSql.CLOSE)
        .param("closings", closings.toString())
        .param("now", Timestamp.from(now))
        .update();
    if (!results.isEmpty()) {
      jdbc.sql(SettlementSql.KEEP_RESULTS)
          .param("results", results.toString())
          .param("now", Timestamp.from(now))
          .update();
    }
    Ledger.book(jdbc, bookings, now);
  }
}
