package dev.genhub.engine.key;

import dev.genhub.engine.money.CreditsLow;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.KeyReport;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sets keys aside that their provider refused, and takes them back. Only the version of a key that
 * was refused counts: a key that was replaced meanwhile is not to blame.
 */
public final class KeyHealth {

  private static final Set<FailureKind> THE_KEYS_FAULT =
      Set.of(FailureKind.INVALID_API_KEY, FailureKind.INSUFFICIENT_CREDITS);

  /** Never waits, so that settlements cannot wait for each other in a circle. */
  private static final String SET_ASIDE =
      """
      update public.user_api_keys set set_aside_reason = :reason, set_aside_at = :at
      where id in (
        select k.id from genhub.key_versions v
        join public.user_api_keys k on k.id = v.key_id and k.current_version_id = v.id
        where v.id = :version and k.set_aside_reason is distinct from :reason
        for update of k skip locked)
      """;

  private static final String TAKE_BACK =
      """
      update public.user_api_keys set set_aside_reason = null, set_aside_at = null
      where current_version_id = :version and set_aside_reason is not null
      """;

  private static final String VERSION_OF =
      "select key_version_id from public.generation_tasks where id = :generation";

  private KeyHealth() {}

  /**
   * A generation failed at its provider.
   *
   * @param jdbc of the transaction that settles it, in the workers' role
   */
  public static void generationFailed(
      JdbcClient jdbc, UUID generation, FailureKind kind, Instant at) {
    if (THE_KEYS_FAULT.contains(kind)) {
      jdbc.sql(VERSION_OF)
          .param("generation", generation)
          .query(UUID.class)
          .optional()
          .ifPresent(version -> report(jdbc, version, kind, at));
    }
    if (kind == FailureKind.INSUFFICIENT_CREDITS) {
      CreditsLow.generationRefused(jdbc, generation, at);
    }
  }

  /**
   * A call with a key failed.
   *
   * @param jdbc of a transaction in the workers' role or in the name of the key's user
   */
  public static void report(JdbcClient jdbc, UUID versionId, FailureKind kind, Instant at) {
    if (THE_KEYS_FAULT.contains(kind)) {
      jdbc.sql(SET_ASIDE)
          .param("version", versionId)
          .param("reason", kind.code())
          .param("at", Timestamp.from(at))
          .update();
    }
  }

  /** A key was tested; the session is its user's. */
  static void tested(JdbcClient jdbc, UUID versionId, KeyReport report, Instant at) {
    Optional<FailureKind> problem = problem(report);
    if (problem.isPresent()) {
      report(jdbc, versionId, problem.get(), at);
    } else {
      jdbc.sql(TAKE_BACK).param("version", versionId).update();
    }
  }

  /** A key of an empty account works, and is of no use. */
  private static Optional<FailureKind> problem(KeyReport report) {
    return report
        .problem()
        .map(failure -> failure.kind())
        .or(
            () ->
                report
                    .creditsRemaining()
                    .filter(credits -> credits.signum() <= 0)
                    .map(none -> FailureKind.INSUFFICIENT_CREDITS));
  }
}
