package dev.genhub.engine.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Checks JSON Web Tokens. Each way of signing has its own keys and its own fixed algorithms, so
 * that a token cannot choose how it is checked (RFC 8725, 3.1). Safe for use by many threads.
 */
public final class TokenVerifier {

  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final Duration READ_WITHIN = Duration.ofSeconds(3);
  private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(10);

  private final Optional<DefaultJWTProcessor<SecurityContext>> shared;
  private final Optional<DefaultJWTProcessor<SecurityContext>> published;
  private final Optional<PublishedKeys> keys;

  /** Checks against the policy, at the time of the clock. */
  public TokenVerifier(TokenPolicy policy, Clock clock) {
    this.shared = policy.secret().map(secret -> sharedSecret(secret, policy, clock));
    this.keys = policy.jwks().map(PublishedKeys::new);
    this.published = keys.map(source -> publishedKeys(source, policy, clock));
  }

  private static DefaultJWTProcessor<SecurityContext> sharedSecret(
      String secret, TokenPolicy policy, Clock clock) {
    JWKSource<SecurityContext> keys =
        new ImmutableSecret<>(secret.getBytes(StandardCharsets.UTF_8));
    return processor(Set.of(JWSAlgorithm.HS256), keys, policy, clock);
  }

  private static DefaultJWTProcessor<SecurityContext> publishedKeys(
      PublishedKeys source, TokenPolicy policy, Clock clock) {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(source)
            .cache(REMEMBERED.toMillis(), READ_WITHIN.toMillis())
            .rateLimited(READ_AGAIN_AFTER.toMillis())
            .retrying(true)
            .build();
    return processor(Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256), keys, policy, clock);
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
      Set<JWSAlgorithm> algorithms,
      JWKSource<SecurityContext> keys,
      TokenPolicy policy,
      Clock clock) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder();
    policy.issuer().ifPresent(exact::issuer);
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            policy.audience().orElse(null), exact.build(), Set.of("sub", "exp")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew((int) SKEW.toSeconds());
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  /**
   * Checks a token.
   *
   * @throws ApiProblem {@code unauthenticated} when it is not to be believed, {@code unavailable}
   *     when the published keys cannot be read
   */
  public VerifiedToken verify(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      boolean symmetric = JWSAlgorithm.Family.HMAC_SHA.contains(jwt.getHeader().getAlgorithm());
      DefaultJWTProcessor<SecurityContext> processor =
          (symmetric ? shared : published)
              .orElseThrow(() -> refused("the token's algorithm is not taken here"));
      return read(processor.process(jwt, null));
    } catch (ParseException notToken) {
      throw refused("the token is not a signed JWT");
    } catch (KeySourceException unreachable) {
      throw withoutKeys(unreachable);
    } catch (BadJOSEException | JOSEException wrong) {
      throw refused(wrong.getMessage());
    }
  }

  /** A key that was not there a moment ago is not looked for again at every token that names it. */
  private ApiProblem withoutKeys(KeySourceException failure) {
    boolean justRead = keys.map(PublishedKeys::readable).orElse(false);
    return justRead && failure instanceof RateLimitReachedException
        ? refused("the token's key is not published")
        : ApiProblem.later(
            ErrorCode.UNAVAILABLE,
            "the keys that tokens are checked with cannot be read",
            READ_AGAIN_AFTER);
  }

  private static VerifiedToken read(JWTClaimsSet claims) {
    // Java also takes shortened ones, so that two subjects could be one user
    if (!UUID_TEXT.matcher(claims.getSubject()).matches()) {
      throw refused("the token's subject is not a UUID");
    }
    return new VerifiedToken(
        new Caller(UUID.fromString(claims.getSubject()), isAdmin(claims)),
        claims.getExpirationTime().toInstant().plus(SKEW));
  }

  /** Never {@code user_metadata}: users write that themselves. */
  private static boolean isAdmin(JWTClaimsSet claims) {
    boolean byMetadata =
        claims.getClaim("app_metadata") instanceof Map<?, ?> metadata
            && "admin".equals(metadata.get("genhub_role"));
    return byMetadata || "admin".equals(claims.getClaim("genhub_role"));
  }

  private static ApiProblem refused(String why) {
    return ApiProblem.of(ErrorCode.UNAUTHENTICATED, why);
  }
}
