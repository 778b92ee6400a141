package dev.genhub.engine.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.catalogue.ModelReference;
import dev.genhub.engine.store.StorableText;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.spi.CallbackRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps callbacks, and wakes the generations that they are about. */
public final class CallbackStore {

  /** A provider that repeats itself for ever must not fill the disk. */
  private static final int MOST_PER_GENERATION = 50;

  /** Looks of one task are at least so far apart, whatever calls (three a second at most). */
  public static final Duration LEAST_GAP = Duration.ofMillis(334);

  private static final String KEEP =
      """
      insert into genhub.callbacks (id, generation_id, received_at, headers, body, decisive)
      select :id, t.id, :now, :headers::jsonb, :body, :decisive
      from public.generation_tasks t
      where t.id = :generation and t.phase <> 'settled'
        and (select count(*) from genhub.callbacks c where c.generation_id = t.id) < :most
      """;

  /** While a look is under way, what it records takes the callback into account. */
  private static final String WAKE =
      """
      update public.generation_tasks t
      set woken = true,
          next_attempt_at = case
            when t.phase = 'unknown' then cast(:now as timestamptz)
            when t.lease_until > :now then t.next_attempt_at
            else greatest(cast(:now as timestamptz),
                          t.looked_at + make_interval(secs => :gapSeconds)) end
      where t.id = :generation and t.phase in ('following', 'unknown')
        and t.next_attempt_at > :now
      """;

  /** The newest first, as a later word replaces an earlier one; each is taken once. */
  private static final String TAKE_DECISIVE =
      """
      with taken as (
        update genhub.callbacks set taken_at = :now
        where generation_id = :id and decisive and taken_at is null
        returning received_at, headers, body)
      select headers, body from taken order by received_at desc
      """;

  /**
   * A callback to keep.
   *
   * @param decisive whether a valid signature covers its body, so that what it says may be believed
   */
  public record Arrived(UUID generation, CallbackRequest request, boolean decisive) {

    /** A callback that is only a hint to look. */
    public Arrived(UUID generation, CallbackRequest request) {
      this(generation, request, false);
    }
  }

  private final WorkerSession session;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** Works in the workers' role. */
  public CallbackStore(WorkerSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /** Who makes a generation of the provider; empty when there is none of that id. */
  public Optional<ModelReference> makerOf(UUID generation, String provider) {
    return session.run(
        jdbc ->
            jdbc.sql(
                    """
                    select plugin, plugin_version, provider, model from public.generation_tasks
                    where id = :id and provider = :provider and phase is not null
                    """)
                .param("id", generation)
                .param("provider", provider)
                .query(
                    (row, n) ->
                        new ModelReference(
                            row.getString("plugin"),
                            Optional.ofNullable(row.getString("plugin_version")),
                            row.getString("provider"),
                            row.getString("model")))
                .optional());
  }

  /** Keeps several callbacks in one transaction. What is settled keeps none. */
  public List<Void> keep(List<Arrived> arrived) {
    session.run(
        jdbc -> {
          arrived.stream()
              .sorted(Comparator.comparing(Arrived::generation))
              .forEach(one -> keep(jdbc, one));
          return null;
        });
    return Collections.nCopies(arrived.size(), null);
  }

  private void keep(JdbcClient jdbc, Arrived one) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(KEEP)
        .param("id", ids.generate())
        .param("generation", one.generation())
        .param("now", now)
        .param("headers", write(one.request().headers()))
        .param("body", StorableText.of(one.request().body()))
        .param("decisive", one.decisive())
        .param("most", MOST_PER_GENERATION)
        .update();
    jdbc.sql(WAKE)
        .param("generation", one.generation())
        .param("now", now)
        .param("gapSeconds", LEAST_GAP.toMillis() / 1000.0)
        .update();
  }

  /** The callbacks of a generation, the oldest first. */
  public List<CallbackRequest> of(UUID generation) {
    return session.run(
        jdbc ->
            jdbc.sql(
                    """
                    select headers, body from genhub.callbacks
                    where generation_id = :id order by received_at, id
                    """)
                .param("id", generation)
                .query((row, n) -> read(row))
                .list());
  }

  /** The callbacks that may be believed and were not taken before, the newest first. */
  public List<CallbackRequest> takeDecisive(UUID generation) {
    return session.run(
        jdbc ->
            jdbc.sql(TAKE_DECISIVE)
                .param("id", generation)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> read(row))
                .list());
  }

  private CallbackRequest read(ResultSet row) throws SQLException {
    return new CallbackRequest(readHeaders(row.getString("headers")), row.getString("body"));
  }

  private String write(Map<String, List<String>> headers) {
    try {
      return json.writeValueAsString(headers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, List<String>> readHeaders(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
