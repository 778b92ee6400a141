package dev.genhub.engine.generation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.key.KeyHealth;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Settles generations: status, results, money and ledger in one transaction, once. A generation
 * that is settled already is left as it is.
 */
public final class SettleGenerations {

  private static final String SETTLE =
      """
      update public.generation_tasks
      set phase = 'settled', status = :status,
          task_id = coalesce(task_id, :taskId),
          progress = case when :status = 'completed' then 100 else least(progress, 99) end,
          result_url = :resultUrl, error_code = :errorCode, error_message = :errorMessage,
          error_retryable = :errorRetryable, error_charged = :errorCharged,
          completed_at = :now, next_attempt_at = null, lease_owner = null, lease_until = null,
          revision = revision + 1
      where id = :id and phase <> 'settled'
      returning user_id, period, quote_credits, quote_usd, provider, model, prompt
      """;

  private static final String KEEP_RESULT =
      """
      insert into public.generated_content (
        id, user_id, generation_id, position, prompt, provider, model, content_type, image_url,
        video_url, audio_url, thumbnail_url, source_url, title, style, item_id, duration,
        resolution, has_audio, created_at, next_archive_at)
      values (
        :id, :userId, :generationId, :position, :prompt, :provider, :model, :contentType,
        :imageUrl, :videoUrl, :audioUrl, :thumbnailUrl, :sourceUrl, :title, :style, :itemId,
        :duration, :resolution, :hasAudio, :now, :now)
      """;

  private static final String CHARGE_TASK =
      """
      update public.generation_tasks set charged_credits = :credits, charged_usd = :usd
      where id = :id
      """;

  private static final String MOVE_MONEY =
      """
      update genhub.spending
      set reserved_usd = reserved_usd - :reserved, spent_usd = spent_usd + :spent
      where user_id = :userId and period = :period
      """;

  private static final String WRITE_LEDGER =
      """
      insert into genhub.ledger_entries (generation_id, user_id, kind, credits, usd, created_at)
      values (:id, :userId, :kind, :credits, :usd, :now)
      """;

  private record Settled(
      UUID userId,
      LocalDate period,
      BigDecimal quoteCredits,
      BigDecimal quoteUsd,
      String provider,
      String model,
      String prompt) {}

  private final WorkerSession session;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** Settles in the workers' role; times come from the clock. */
  public SettleGenerations(WorkerSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * Settles several generations in one transaction.
   *
   * @return for each, in order, whether this call settled it
   */
  public List<Boolean> settle(List<Settlement> settlements) {
    // always in the same order of rows, so that two transactions never wait in a circle
    List<Integer> order =
        IntStream.range(0, settlements.size())
            .boxed()
            .sorted(Comparator.comparing(i -> settlements.get(i).id()))
            .toList();
    Boolean[] settled = new Boolean[settlements.size()];
    session.run(
        jdbc -> {
          order.forEach(i -> settled[i] = settle(jdbc, settlements.get(i)));
          return null;
        });
    return List.of(settled);
  }

  private boolean settle(JdbcClient jdbc, Settlement settlement) {
    if (settlement instanceof Settlement.Completed completed) {
      return complete(jdbc, completed);
    }
    if (settlement instanceof Settlement.Failed failed) {
      return fail(jdbc, failed.id(), failed.failure());
    }
    if (settlement instanceof Settlement.OutcomeUnknown unknown) {
      Failure failure =
          new Failure(
              FailureKind.SUBMISSION_OUTCOME_UNKNOWN,
              "",
              "it never became known whether the provider took the task",
              Optional.empty(),
              false);
      return close(jdbc, unknown.id(), "failed", failure).isPresent();
    }
    return cancel(jdbc, settlement.id());
  }

  private boolean cancel(JdbcClient jdbc, UUID id) {
    boolean unsent =
        jdbc.sql("select phase from public.generation_tasks where id = :id for update")
            .param("id", id)
            .query(String.class)
            .optional()
            .filter(Phase::surelyUnsent)
            .isPresent();
    Optional<Settled> row = close(jdbc, id, "cancelled", null);
    row.ifPresent(settled -> takeMoney(jdbc, id, settled, !unsent));
    return row.isPresent();
  }

  private boolean complete(JdbcClient jdbc, Settlement.Completed completed) {
    Map<String, Object> values = new HashMap<>();
    values.put("taskId", completed.taskId().orElse(null));
    values.put("resultUrl", address(completed.artifacts().get(0)));
    Optional<Settled> row = close(jdbc, completed.id(), "completed", null, values);
    row.ifPresent(
        settled -> {
          for (int position = 0; position < completed.artifacts().size(); position++) {
            keep(jdbc, completed.id(), settled, completed.artifacts().get(position), position);
          }
          charge(jdbc, completed.id(), settled, completed.creditsCharged());
        });
    return row.isPresent();
  }

  private boolean fail(JdbcClient jdbc, UUID id, Failure failure) {
    Optional<Settled> row = close(jdbc, id, "failed", failure);
    row.ifPresent(settled -> takeMoney(jdbc, id, settled, failure.charged()));
    KeyHealth.generationFailed(jdbc, id, failure.kind(), clock.instant());
    return row.isPresent();
  }

  private void takeMoney(JdbcClient jdbc, UUID id, Settled row, boolean charged) {
    if (charged) {
      charge(jdbc, id, row, Optional.empty());
    } else {
      move(jdbc, row, BigDecimal.ZERO);
      write(jdbc, id, row, "release", row.quoteCredits(), row.quoteUsd());
    }
  }

  private Optional<Settled> close(JdbcClient jdbc, UUID id, String status, Failure failure) {
    return close(jdbc, id, status, failure, new HashMap<>());
  }

  private Optional<Settled> close(
      JdbcClient jdbc, UUID id, String status, Failure failure, Map<String, Object> values) {
    values.putIfAbsent("taskId", null);
    values.putIfAbsent("resultUrl", null);
    values.put("id", id);
    values.put("status", status);
    values.put("errorCode", failure == null ? null : failure.kind().code());
    values.put("errorMessage", failure == null ? null : failure.message());
    values.put("errorRetryable", failure == null ? null : failure.kind().retryable());
    values.put("errorCharged", failure == null ? null : failure.charged());
    values.put("now", now());
    return jdbc.sql(SETTLE)
        .params(values)
        .query(
            (row, n) ->
                new Settled(
                    row.getObject("user_id", UUID.class),
                    row.getObject("period", LocalDate.class),
                    row.getBigDecimal("quote_credits"),
                    row.getBigDecimal("quote_usd"),
                    row.getString("provider"),
                    row.getString("model"),
                    row.getString("prompt")))
        .optional();
  }

  private void keep(JdbcClient jdbc, UUID generation, Settled row, Artifact made, int position) {
    String address = address(made);
    String kind = made.contentType().word();
    Map<String, Object> values = new HashMap<>();
    values.put("id", ids.generate());
    values.put("userId", row.userId());
    values.put("generationId", generation);
    values.put("position", position);
    values.put("prompt", row.prompt());
    values.put("provider", row.provider());
    values.put("model", row.model());
    values.put("contentType", kind);
    values.put("imageUrl", kind.equals("image") ? address : null);
    values.put("videoUrl", kind.equals("video") ? address : null);
    values.put("audioUrl", kind.equals("music") ? address : null);
    values.put("thumbnailUrl", made.thumbnail().map(Object::toString).orElse(null));
    values.put("sourceUrl", address);
    values.put("title", made.title().orElse(null));
    values.put("style", made.style().orElse(null));
    values.put("itemId", made.itemId().orElse(null));
    values.put("duration", made.duration().map(SettleGenerations::wholeSeconds).orElse(null));
    values.put("resolution", made.resolution().orElse(null));
    values.put("hasAudio", made.hasAudio().orElse(kind.equals("music")));
    values.put("now", now());
    jdbc.sql(KEEP_RESULT).params(values).update();
  }

  private void charge(JdbcClient jdbc, UUID id, Settled row, Optional<BigDecimal> creditsCharged) {
    BigDecimal credits = creditsCharged.orElse(row.quoteCredits());
    BigDecimal usd = creditsCharged.map(actual -> usd(row, actual)).orElse(row.quoteUsd());
    jdbc.sql(CHARGE_TASK).param("id", id).param("credits", credits).param("usd", usd).update();
    move(jdbc, row, usd);
    write(jdbc, id, row, "charge", credits, usd);
  }

  /** The provider's figure at the rate of the quote. */
  private static BigDecimal usd(Settled row, BigDecimal credits) {
    return row.quoteCredits().signum() == 0
        ? row.quoteUsd()
        : row.quoteUsd().multiply(credits).divide(row.quoteCredits(), 6, RoundingMode.HALF_UP);
  }

  private static void move(JdbcClient jdbc, Settled row, BigDecimal spent) {
    jdbc.sql(MOVE_MONEY)
        .param("reserved", row.quoteUsd())
        .param("spent", spent)
        .param("userId", row.userId())
        .param("period", row.period())
        .update();
  }

  private void write(
      JdbcClient jdbc, UUID id, Settled row, String kind, BigDecimal credits, BigDecimal usd) {
    jdbc.sql(WRITE_LEDGER)
        .param("id", id)
        .param("userId", row.userId())
        .param("kind", kind)
        .param("credits", credits)
        .param("usd", usd)
        .param("now", now())
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Integer wholeSeconds(BigDecimal seconds) {
    return seconds.setScale(0, RoundingMode.HALF_UP).intValue();
  }

  private static String address(Artifact made) {
    return made.source() instanceof Artifact.Source.Remote remote ? remote.uri().toString() : null;
  }
}
