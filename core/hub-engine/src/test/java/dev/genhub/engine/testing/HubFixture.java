package dev.genhub.engine.testing;

import dev.genhub.engine.callback.CallbackStore;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.content.ContentReads;
import dev.genhub.engine.content.KeepInline;
import dev.genhub.engine.dispatch.DispatchPolicy;
import dev.genhub.engine.dispatch.DispatchStore;
import dev.genhub.engine.generation.Acceptance;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.GenerationReads;
import dev.genhub.engine.generation.IntakeStore;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.generation.SettleGenerations;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.postgres.testing.TestDatabase;
import dev.genhub.spi.CallbackRequest;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A hub without its routes: a database of its own, one fake provider, and the means to bring a
 * generation to any phase.
 */
public final class HubFixture implements AutoCloseable {

  public static final Duration LEASE = Duration.ofSeconds(60);
  public static final Duration UNKNOWN_TIMEOUT = Duration.ofMinutes(30);
  public static final URI PUBLIC_URL = URI.create("https://hub.test");

  public final HubDatabase database;
  public final SettableClock clock = SettableClock.midMonth();
  public final FakeProvider provider = new FakeProvider();
  public final Catalogue catalogue = new Catalogue(List.of(provider.installed()));
  public final AdapterCalls adapters = new AdapterCalls(catalogue);
  public final DispatchPolicy policy = DispatchPolicy.of("node-1", LEASE, UNKNOWN_TIMEOUT);
  public final DispatchStore dispatch;
  public final CallbackStore callbacks;
  public final ContentReads content;
  public final GenerationReads reads;
  public final IntakeStore intake;
  public final MemoryMedia media;
  public final SettleGenerations settle;

  /** Settles one at a time, on a thread of its own. */
  public final BatchWriter<Settlement, Boolean> settlements;

  private HubFixture(HubDatabase database) {
    this.database = database;
    dispatch = new DispatchStore(database.workers(), policy, clock);
    callbacks = new CallbackStore(database.workers(), clock);
    content = new ContentReads(database.users(), PUBLIC_URL);
    reads = new GenerationReads(database.users(), content);
    intake = new IntakeStore(database.pools().users());
    media = new MemoryMedia();
    settle =
        new SettleGenerations(database.workers(), new KeepInline(media, content::addressOf), clock);
    settlements = new BatchWriter<>("settle", 1, 50, 1_000, settle::settle);
  }

  /** On a new plain database. */
  public static HubFixture create() {
    return new HubFixture(HubDatabase.create());
  }

  /** On a database that is as a test made it. */
  public static HubFixture on(TestDatabase database) {
    return new HubFixture(HubDatabase.on(database));
  }

  /** A new user. */
  public UUID user() {
    return database.user();
  }

  /** Accepts an order and gives the generation's id. */
  public UUID queued(Order order) {
    Acceptance outcome = intake.accept(List.of(order.made(catalogue, clock.instant()))).get(0);
    return ((Acceptance.Accepted) outcome).generation().id();
  }

  /** A generation of a new user, waiting in the queue. */
  public UUID queued() {
    return queued(Order.by(user()));
  }

  /** A generation that this node has taken. */
  public ClaimedGeneration claimed(Order order) {
    UUID id = queued(order);
    return dispatch.claim(Map.of(FakeProvider.PLUGIN, 1_000)).stream()
        .filter(work -> work.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A generation whose task is at the provider. */
  public ClaimedGeneration following(Order order, String taskId) {
    ClaimedGeneration work = claimed(order);
    dispatch.intend(List.of(work.id()));
    dispatch.follow(work.id(), taskId, Duration.ZERO);
    return work;
  }

  /** A generation of a new user in the phase; claimed by this node where a node has it. */
  public ClaimedGeneration in(Phase phase) {
    ClaimedGeneration work = claimed(Order.by(user()));
    UUID id = work.id();
    switch (phase) {
      case QUEUED -> {
        dispatch.requeue(work, Optional.empty());
        due(id);
      }
      case CLAIMED -> {}
      case SUBMITTING -> dispatch.intend(List.of(id));
      case UNKNOWN -> {
        dispatch.intend(List.of(id));
        dispatch.lose(id);
      }
      case FOLLOWING -> {
        dispatch.intend(List.of(id));
        dispatch.follow(id, "task of " + id, Duration.ZERO);
      }
      case SETTLED -> settle.settle(List.of(new Settlement.Cancelled(id)));
    }
    return work;
  }

  /** When a generation's next attempt or look is due. */
  public Instant nextAttempt(UUID id) {
    return ((Timestamp) column(id, "next_attempt_at")).toInstant();
  }

  /** Stores a callback about a generation. */
  public void callBack(UUID id, String body) {
    callbacks.keep(List.of(new CallbackStore.Arrived(id, new CallbackRequest(Map.of(), body))));
  }

  /** Makes a generation's next attempt or look due now. */
  public void due(UUID id) {
    database
        .everything()
        .sql("update public.generation_tasks set next_attempt_at = :now where id = :id")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
  }

  /** A generation's row. */
  public Map<String, Object> row(UUID id) {
    return database.row("select * from public.generation_tasks where id = ?", id);
  }

  /** One column of a generation's row. */
  public Object column(UUID id, String column) {
    return row(id).get(column);
  }

  /** What a user has reserved and spent this month: {@code reserved_usd} and {@code spent_usd}. */
  public Map<String, Object> spending(UUID user) {
    return database.row(
        "select reserved_usd, spent_usd from genhub.spending where user_id = ?", user);
  }

  @Override
  public void close() {
    settlements.close();
    database.close();
  }
}
