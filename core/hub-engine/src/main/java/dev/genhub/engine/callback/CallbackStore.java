package dev.genhub.engine.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.store.StorableText;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.spi.CallbackRequest;
import java.sql.Timestamp;
import java.time.Clock;
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

  private static final String KEEP =
      """
      insert into genhub.callbacks (id, generation_id, received_at, headers, body)
      select :id, t.id, :now, :headers::jsonb, :body from public.generation_tasks t
      where t.id = :generation and t.phase <> 'settled'
        and (select count(*) from genhub.callbacks c where c.generation_id = t.id) < :most
      """;

  private static final String WAKE =
      """
      update public.generation_tasks set next_attempt_at = :now
      where id = :generation and phase in ('following', 'unknown') and next_attempt_at > :now
      """;

  /** A callback to keep. */
  public record Arrived(UUID generation, CallbackRequest request) {}

  private final WorkerSession session;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** Works in the workers' role. */
  public CallbackStore(WorkerSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /** The plugin that serves a generation of the provider; empty when there is none of that id. */
  public Optional<String> pluginOf(UUID generation, String provider) {
    return session.run(
        jdbc ->
            jdbc.sql(
                    """
                    select plugin from public.generation_tasks
                    where id = :id and provider = :provider and phase is not null
                    """)
                .param("id", generation)
                .param("provider", provider)
                .query(String.class)
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
        .param("most", MOST_PER_GENERATION)
        .update();
    jdbc.sql(WAKE).param("generation", one.generation()).param("now", now).update();
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
                .query(
                    (row, n) ->
                        new CallbackRequest(
                            readHeaders(row.getString("headers")), row.getString("body")))
                .list());
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
