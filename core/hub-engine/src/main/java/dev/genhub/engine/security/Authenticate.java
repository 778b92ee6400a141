package dev.genhub.engine.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.store.UserSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;

/** Says who is calling, by the bearer token (RFC 6750). A user seen for the first time is made. */
public final class Authenticate {

  private static final int REMEMBERED = 50_000;

  private final TokenVerifier verifier;
  private final UserSession session;
  private final Clock clock;

  /** By a digest, so that a dump of memory gives away no token. */
  private final Cache<String, VerifiedToken> verified =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private final Cache<UUID, Boolean> known =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterWrite(Duration.ofMinutes(10))
          .build();

  /** Checks with the verifier; makes users in their own name. */
  public Authenticate(TokenVerifier verifier, UserSession session, Clock clock) {
    this.verifier = verifier;
    this.session = session;
    this.clock = clock;
  }

  /**
   * The request with its caller.
   *
   * @throws ApiProblem {@code unauthenticated}
   */
  public ApiRequest authenticate(ApiRequest request) {
    String header =
        request
            .header("Authorization")
            .orElseThrow(() -> refused("the Authorization header is missing"));
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw refused("the Authorization header is not 'Bearer <token>'");
    }
    Caller caller = callerOf(header.substring(7).trim());
    if (known.getIfPresent(caller.userId()) == null) {
      make(caller.userId());
      known.put(caller.userId(), true);
    }
    return request.by(caller);
  }

  private Caller callerOf(String token) {
    String digest = digest(token);
    VerifiedToken remembered = verified.getIfPresent(digest);
    if (remembered == null || !clock.instant().isBefore(remembered.until())) {
      remembered = verifier.verify(token);
      verified.put(digest, remembered);
    }
    return remembered.caller();
  }

  private void make(UUID user) {
    try {
      session.as(
          user,
          jdbc ->
              jdbc.sql("insert into public.profiles (id) values (:id) on conflict do nothing")
                  .param("id", user)
                  .update());
    } catch (DataIntegrityViolationException noSuchUser) {
      // where profiles stand on the users of Supabase, a token may outlive its user
      throw refused("the token's user does not exist");
    }
  }

  private static ApiProblem refused(String why) {
    return ApiProblem.of(ErrorCode.UNAUTHENTICATED, why);
  }

  private static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
