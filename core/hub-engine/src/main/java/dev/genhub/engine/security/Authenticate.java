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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Says who is calling, by the bearer token (RFC 6750): a JWT of the user, or an app token of a back
 * end that names the user in a header. A user seen for the first time is made.
 */
public final class Authenticate {

  /** Names the user for whom a back end acts. */
  public static final String USER_HEADER = "Genhub-User";

  private static final int REMEMBERED = 50_000;

  /** How long a verdict stands, so that a signing key that is taken back stops working soon. */
  private static final Duration VERDICT = Duration.ofMinutes(1);

  private final TokenVerifier verifier;
  private final AppTokenLookup appTokens;
  private final Profiles profiles;
  private final Clock clock;

  /** By a digest, so that a dump of memory gives away no token. */
  private final Cache<String, VerifiedToken> verified;

  /** Takes JWTs only; makes users in their own name. */
  public Authenticate(TokenVerifier verifier, UserSession session, Clock clock) {
    this(verifier, token -> Optional.empty(), session, clock);
  }

  /** Takes JWTs and app tokens; makes users in their own name. */
  public Authenticate(
      TokenVerifier verifier, AppTokenLookup appTokens, UserSession session, Clock clock) {
    this.verifier = verifier;
    this.appTokens = appTokens;
    this.profiles = new Profiles(session);
    this.clock = clock;
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(VERDICT)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /**
   * The request with its caller.
   *
   * @throws ApiProblem {@code unauthenticated}; {@code user_required} or {@code malformed_request}
   *     when an app token does not say for whom; {@code conflict} when the user cannot be made
   */
  public ApiRequest authenticate(ApiRequest request) {
    String token = bearer(request);
    Caller caller =
        token.startsWith(AppTokenLookup.PREFIX) ? actingFor(token, request) : callerOf(token);
    profiles.require(caller.userId());
    return request.by(caller);
  }

  private static String bearer(ApiRequest request) {
    String header =
        request
            .header("Authorization")
            .orElseThrow(() -> refused("the Authorization header is missing"));
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw refused("the Authorization header is not 'Bearer <token>'");
    }
    String token = header.substring(7).trim();
    if (token.startsWith("sb_publishable_") || token.startsWith("sb_secret_")) {
      throw refused(
          "this is an API key of a Supabase project, which says nothing about a user;"
              + " send the access token of the user's session");
    }
    return token;
  }

  /** The token first: who holds none learns nothing about the rest of the request. */
  private Caller actingFor(String token, ApiRequest request) {
    UUID tokenId =
        appTokens
            .find(token)
            .orElseThrow(() -> refused("the app token is not known here, or it is revoked"));
    String user =
        request
            .header(USER_HEADER)
            .orElseThrow(
                () ->
                    ApiProblem.of(
                        ErrorCode.USER_REQUIRED,
                        "an app token acts for a user; name the user in the header "
                            + USER_HEADER));
    return UserIds.parse(user.trim())
        .map(id -> Caller.actingFor(id, tokenId))
        .orElseThrow(
            () ->
                ApiProblem.of(
                    ErrorCode.MALFORMED_REQUEST,
                    "the header " + USER_HEADER + " is '" + user + "'; it must be a UUID"));
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
