package dev.genhub.engine.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.store.UserSession;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of users. The table may belong to the app (Supabase), with columns, references and
 * triggers that the hub knows nothing of: then the app makes the row, and the hub says so.
 */
final class Profiles {

  private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

  /** A broken foreign key (SQLSTATE 23503): profiles refers to a table of users. */
  private static final String NO_SUCH_USER = "23503";

  private static final int REMEMBERED = 50_000;
  private static final Duration FOR = Duration.ofMinutes(10);

  private final UserSession session;
  private final Cache<UUID, Boolean> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FOR).build();

  Profiles(UserSession session) {
    this.session = session;
  }

  /**
   * Makes the row of a user who has none.
   *
   * @throws ApiProblem {@code unauthenticated} if there is no such user any more, {@code conflict}
   *     if the table does not take it for another reason
   */
  void require(UUID user) {
    if (known.getIfPresent(user) == null) {
      make(user);
      known.put(user, true);
    }
  }

  private void make(UUID user) {
    try {
      session.as(user, jdbc -> exists(jdbc, user) ? 0 : insert(jdbc, user));
    } catch (DataAccessException failed) {
      throw refusal(user, failed);
    }
  }

  /** Looked for first: an insert would meet the app's rules even where the row is there. */
  private static boolean exists(JdbcClient jdbc, UUID user) {
    return jdbc.sql("select 1 from public.profiles where id = :id")
        .param("id", user)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private static int insert(JdbcClient jdbc, UUID user) {
    return jdbc.sql("insert into public.profiles (id) values (:id) on conflict do nothing")
        .param("id", user)
        .update();
  }

  private static RuntimeException refusal(UUID user, DataAccessException failed) {
    if (!(failed.getMostSpecificCause() instanceof SQLException cause) || !isRefusal(cause)) {
      return failed;
    }
    String why = reason(cause);
    LOG.warn("user={} has no row in public.profiles and the hub cannot make one: {}", user, why);
    // a token may outlive its user, who is nobody then
    boolean gone = NO_SUCH_USER.equals(cause.getSQLState());
    return ApiProblem.of(
        gone ? ErrorCode.UNAUTHENTICATED : ErrorCode.CONFLICT,
        "user '" + user + "' has no profile and the hub cannot make one: " + why);
  }

  /** A broken rule (class 23), a trigger that says no, or a right that the hub does not have. */
  private static boolean isRefusal(SQLException cause) {
    String state = String.valueOf(cause.getSQLState());
    return state.startsWith("23") || state.equals("P0001") || state.equals("42501");
  }

  /** Names the rule, and nothing of the row. */
  private static String reason(SQLException cause) {
    ServerErrorMessage said =
        cause instanceof PSQLException answer ? answer.getServerErrorMessage() : null;
    return switch (String.valueOf(cause.getSQLState())) {
      case "23502" ->
          "the column '" + column(said) + "' must have a value; the app makes profiles here";
      case NO_SUCH_USER -> "no such user is signed up; profiles refers to the app's table of users";
      case "P0001" -> "a trigger of profiles refuses it; the app makes profiles here";
      case "42501" -> "the policies of profiles refuse it";
      default -> "a rule of profiles refuses it; the app makes profiles here";
    };
  }

  private static String column(ServerErrorMessage said) {
    return said == null ? "" : said.getColumn();
  }
}
