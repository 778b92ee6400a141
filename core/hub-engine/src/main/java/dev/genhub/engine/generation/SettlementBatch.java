package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.content.MadeResult;
import dev.genhub.engine.key.KeyHealth;
import dev.genhub.engine.metrics.HubMeters;
import dev.genhub.engine.money.Booking;
import dev.genhub.engine.money.Ledger;
import dev.genhub.engine.store.StorableText;
import dev.genhub.spi.Failure;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What settlements write together, each kind of row in one statement however many there are. */
final class SettlementBatch {

  private static final int MOST_TASK_ID = 255;

  private record Ended(UUID id, String provider, String status, Optional<Failure> failure) {}

  private final ArrayNode closings = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode results = JsonNodeFactory.instance.arrayNode();
  private final List<Booking> bookings = new ArrayList<>();
  private final List<Ended> ended = new ArrayList<>();

  void add(OpenGeneration open, Closing closing, List<MadeResult> made) {
    Optional<Booking> booking = closing.booking(open);
    closings.add(close(open, closing, booking, made));
    ResultRows.add(results, open, made);
    booking.ifPresent(bookings::add);
    ended.add(new Ended(open.id(), open.provider(), closing.status(), closing.failure()));
  }

  private static ObjectNode close(
      OpenGeneration open, Closing closing, Optional<Booking> booking, List<MadeResult> made) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.put("id", open.id().toString());
    values.put("status", closing.status());
    closing
        .taskId()
        .flatMap(id -> StorableText.within(MOST_TASK_ID, id))
        .ifPresent(id -> values.put("taskId", id));
    made.stream().findFirst().ifPresent(it -> values.put("resultUrl", it.url()));
    closing.failure().ifPresent(failure -> because(values, failure));
    booking
        .filter(it -> it.kind() == Booking.Kind.CHARGE)
        .ifPresent(it -> values.put("chargedCredits", it.credits()).put("chargedUsd", it.usd()));
    return values.put("callOff", closing.callsOff(open));
  }

  private static void because(ObjectNode values, Failure failure) {
    values.put("errorCode", failure.kind().code());
    values.put("errorMessage", StorableText.of(failure.message()));
    values.put("errorRetryable", failure.kind().retryable());
    values.put("errorCharged", failure.charged());
  }

  void write(JdbcClient jdbc, Instant now) {
    if (closings.isEmpty()) {
      return;
    }
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
    for (Ended one : ended) {
      one.failure()
          .ifPresent(failure -> KeyHealth.generationFailed(jdbc, one.id(), failure.kind(), now));
    }
  }

  /** Counts what is committed. */
  void count(HubMeters meters) {
    ended.forEach(
        one -> meters.settled(one.provider(), one.status(), one.failure().map(Failure::kind)));
  }
}
