package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.spi.Artifact;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Settles generations: status, results, money, ledger and outbox in one transaction, once. A
 * generation that is settled already is left as it is.
 */
public final class SettleGenerations {

  private final WorkerSession session;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** Settles in the workers' role; times come from the clock. */
  public SettleGenerations(WorkerSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * Settles several generations in one transaction, with four statements however many there are.
   *
   * @return for each, in order, whether this call settled it
   */
  public List<Boolean> settle(List<Settlement> settlements) {
    return session.run(jdbc -> settle(jdbc, settlements));
  }

  private List<Boolean> settle(JdbcClient jdbc, List<Settlement> settlements) {
    Map<UUID, OpenGeneration> open = lock(jdbc, settlements);
    ArrayNode closings = JsonNodeFactory.instance.arrayNode();
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    List<Boolean> settled = new ArrayList<>();
    for (Settlement settlement : settlements) {
      // the first of several settlements of one generation counts
      OpenGeneration generation = open.remove(settlement.id());
      settled.add(generation != null);
      if (generation != null) {
        closings.add(Closing.of(settlement, generation));
        addResults(results, settlement, generation);
      }
    }
    write(jdbc, closings, results);
    return settled;
  }

  private static Map<UUID, OpenGeneration> lock(JdbcClient jdbc, List<Settlement> settlements) {
    Map<UUID, OpenGeneration> open = new HashMap<>();
    jdbc.sql(SettlementSql.LOCK)
        .param("ids", settlements.stream().map(Settlement::id).toArray(UUID[]::new))
        .query((row, n) -> OpenGeneration.read(row))
        .list()
        .forEach(generation -> open.put(generation.id(), generation));
    return open;
  }

  private void addResults(ArrayNode results, Settlement settlement, OpenGeneration generation) {
    if (settlement instanceof Settlement.Completed completed) {
      List<Artifact> made = completed.artifacts();
      for (int position = 0; position < made.size(); position++) {
        results.add(ResultRow.of(ids.generate(), generation, made.get(position), position));
      }
    }
  }

  private void write(JdbcClient jdbc, ArrayNode closings, ArrayNode results) {
    if (closings.isEmpty()) {
      return;
    }
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    String closed = closings.toString();
    jdbc.sql(SettlementSql.CLOSE).param("closings", closed).param("now", now).update();
    if (!results.isEmpty()) {
      jdbc.sql(SettlementSql.KEEP_RESULTS)
          .param("results", results.toString())
          .param("now", now)
          .update();
    }
    jdbc.sql(SettlementSql.MOVE_MONEY).param("closings", closed).update();
  }
}
