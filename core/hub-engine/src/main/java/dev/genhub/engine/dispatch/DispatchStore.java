package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.ClaimedRow;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.spi.SubmitRate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/** The state changes of sending. Each method is one transaction. */
public final class DispatchStore {

  /** A little more than the pace allows for: the way from the claim to the provider varies. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private static final UUID FIRST = new UUID(0, 0);

  private static final Logger LOG = LoggerFactory.getLogger(DispatchStore.class);

  /** When a key was used last is known to the second; noting every use would only queue for it. */
  private static final Duration NOTED_WITHIN = Duration.ofSeconds(1);

  private final WorkerSession session;
  private final DispatchPolicy policy;
  private final Clock clock;

  /** For each plugin the account at which this node's last round stopped for want of room. */
  private final Map<String, UUID> stoppedAt = new ConcurrentHashMap<>();

  /** Works in the workers' role. */
  public DispatchStore(WorkerSession session, DispatchPolicy policy, Clock clock) {
    this.session = session;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Takes queued work that is due, account by account in turn, each account's in the order in which
   * it came, and no faster than the paces allow.
   */
  public List<ClaimedGeneration> claim(List<Lane> lanes) {
    List<ClaimedGeneration> taken =
        session.run(
            jdbc ->
                jdbc.sql(DispatchSql.CLAIM)
                    .param("plugins", each(lanes, Lane::plugin, String[]::new))
                    .param("rooms", each(lanes, Lane::room, Integer[]::new))
                    .param(
                        "afters",
                        each(
                            lanes,
                            lane -> stoppedAt.getOrDefault(lane.plugin(), FIRST),
                            UUID[]::new))
                    .param("paces", each(lanes, DispatchStore::submits, Integer[]::new))
                    .param("windows", each(lanes, DispatchStore::seconds, Double[]::new))
                    .param("node", policy.node())
                    .param("now", now())
                    .param("leaseUntil", in(policy.lease()))
                    .query((row, n) -> ClaimedRow.read(row))
                    .list());
    lanes.forEach(lane -> noteTurn(lane, taken));
    return taken;
  }

  /** Takes queued work of plugins whose accounts have no pace. */
  public List<ClaimedGeneration> claim(Map<String, Integer> rooms) {
    return claim(
        rooms.entrySet().stream()
            .map(room -> new Lane(room.getKey(), room.getValue(), Optional.empty()))
            .toList());
  }

  private static Integer submits(Lane lane) {
    return lane.pace().map(SubmitRate::submits).orElse(null);
  }

  private static Double seconds(Lane lane) {
    return lane.pace().map(pace -> pace.per().plus(MARGIN).toMillis() / 1000.0).orElse(null);
  }

  /** The rows of a plugin come in turn, so the last one tells where a full round stopped. */
  private void noteTurn(Lane lane, List<ClaimedGeneration> taken) {
    List<ClaimedGeneration> mine =
        taken.stream().filter(work -> work.plugin().equals(lane.plugin())).toList();
    if (mine.size() == lane.room()) {
      stoppedAt.put(lane.plugin(), mine.get(mine.size() - 1).keyId());
    }
  }

  /**
   * Commits the intent to send several generations, and that their keys are used.
   *
   * @return for each, in order, whether it may be sent; false when the lease was lost meanwhile
   */
  public List<Boolean> declare(List<Intent> intents) {
    return intend(
        each(intents, Intent::id, UUID[]::new),
        each(intents, Intent::attempt, Integer[]::new),
        each(intents, Intent::repeatable, Boolean[]::new),
        each(intents, intent -> intent.pluginVersion().orElse(null), String[]::new));
  }

  /** Commits the intent to send calls that must not be repeated, whichever claim they are of. */
  public List<Boolean> intend(List<UUID> ids) {
    Boolean[] never = new Boolean[ids.size()];
    Arrays.fill(never, false);
    return intend(ids.toArray(UUID[]::new), new Integer[ids.size()], never, new String[ids.size()]);
  }

  private List<Boolean> intend(
      UUID[] ids, Integer[] attempts, Boolean[] repeatable, String[] versions) {
    Set<UUID> intended =
        session.run(
            jdbc ->
                new HashSet<>(
                    jdbc.sql(DispatchSql.INTEND)
                        .param("ids", ids)
                        .param("attempts", attempts)
                        .param("repeatable", repeatable)
                        .param("versions", versions)
                        .param("node", policy.node())
                        .param("now", now())
                        .param("noted", in(NOTED_WITHIN.negated()))
                        .param("leaseUntil", in(policy.lease()))
                        .query(UUID.class)
                        .list()));
    return Arrays.stream(ids).map(intended::contains).toList();
  }

  /** This node still works on them: their leases end a whole lease from now. */
  public void prolong(Collection<UUID> ids) {
    session.run(
        jdbc ->
            jdbc.sql(DispatchSql.PROLONG)
                .param("ids", ids.toArray(UUID[]::new))
                .param("node", policy.node())
                .param("leaseUntil", in(policy.lease()))
                .update());
  }

  /**
   * The provider has named these tasks. Looks at each after its while, at once if it called back.
   *
   * @return for each, in order, whether it is followed from now on; false when it has moved on
   * @throws DataIntegrityViolationException if one of several names cannot be its own
   */
  public List<Boolean> follow(List<TakenTask> taken) {
    if (taken.size() == 1) {
      TakenTask only = taken.get(0);
      return List.of(follow(only.id(), only.taskId(), only.firstLook()));
    }
    return followAll(taken);
  }

  /**
   * The provider has named the task. Looks at it after a while, at once if it called back.
   *
   * @return false when the generation has moved on meanwhile, and when the name cannot be its own:
   *     it is another's already, or no column takes it
   */
  public boolean follow(UUID id, String taskId, Duration firstLook) {
    try {
      return followAll(List.of(new TakenTask(id, taskId, firstLook))).get(0);
    } catch (DataIntegrityViolationException unusable) {
      LOG.error("generation={} cannot take the task id '{}'", id, taskId, unusable);
      return false;
    }
  }

  private List<Boolean> followAll(List<TakenTask> taken) {
    Instant now = clock.instant();
    Set<UUID> followed =
        session.run(
            jdbc ->
                new HashSet<>(
                    jdbc.sql(DispatchSql.FOLLOW)
                        .param("ids", each(taken, TakenTask::id, UUID[]::new))
                        .param("taskIds", each(taken, TakenTask::taskId, String[]::new))
                        .param(
                            "firstLooks",
                            each(
                                taken,
                                task -> now.plus(task.firstLook()).toString(),
                                String[]::new))
                        .param("now", at(now))
                        .query(UUID.class)
                        .list()));
    return taken.stream().map(task -> followed.contains(task.id())).toList();
  }

  /**
   * A cancelled generation's submit was taken after all: notes the task, to be called off.
   *
   * @return whether it is a cancelled one whose task had no name yet
   */
  public boolean nameCancelled(UUID id, String taskId) {
    return session.run(
            jdbc ->
                jdbc.sql(DispatchSql.NAME_CANCELLED)
                    .param("id", id)
                    .param("taskId", taskId)
                    .param("now", now())
                    .update())
        == 1;
  }

  /** It was surely not taken: try again later. */
  public boolean requeue(ClaimedGeneration work, Optional<Duration> asked) {
    return requeue(work, policy.waitAfter(work.attempts(), asked), false);
  }

  /** It was never answered, and its provider honours the idempotency key: send it again later. */
  public boolean resend(ClaimedGeneration work, Duration wait) {
    return requeue(work, wait, true);
  }

  private boolean requeue(ClaimedGeneration work, Duration wait, boolean maybeTaken) {
    return session.run(
            jdbc ->
                jdbc.sql(DispatchSql.REQUEUE)
                    .param("id", work.id())
                    .param("node", policy.node())
                    .param("attempts", work.attempts())
                    .param("maybeTaken", maybeTaken)
                    .param("at", in(wait))
                    .update())
        == 1;
  }

  /** Puts back at once what this node has claimed and not sent; for a clean end. */
  public void handBack() {
    session.run(jdbc -> jdbc.sql(DispatchSql.HAND_BACK).param("node", policy.node()).update());
  }

  /** The provider wants no submits of this account for a while; its whole queue waits. */
  public void pauseAccount(UUID account, Duration wait) {
    session.run(
        jdbc ->
            jdbc.sql(DispatchSql.PAUSE)
                .param("account", account)
                .param("until", in(wait))
                .update());
  }

  /** Nobody knows whether it was taken: find out, until the end of patience. */
  public boolean lose(UUID id) {
    return session.run(
            jdbc ->
                jdbc.sql(DispatchSql.LOSE)
                    .param("id", id)
                    .param("now", now())
                    .param("giveUpAt", in(policy.unknownTimeout()))
                    .update())
        == 1;
  }

  private static <T, R> R[] each(List<T> all, Function<T, R> value, IntFunction<R[]> array) {
    return all.stream().map(value).toArray(array);
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }

  private OffsetDateTime in(Duration wait) {
    return at(clock.instant().plus(wait));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
