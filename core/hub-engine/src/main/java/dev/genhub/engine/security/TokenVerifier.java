package dev.genhub.engine.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks JSON Web Tokens. Each way of signing has its own keys and its own fixed algorithms, so
 * that a token cannot choose how it is checked (RFC 8725, 3.1). Safe for use by many threads.
 */
public final class TokenVerifier {

  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Set<JWSAlgorithm> PUBLISHED = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

  private final Optional<DefaultJWTProcessor<SecurityContext>> shared;
  private final Optional<DefaultJWTProcessor<SecurityContext>> published;
  private final Optional<PublishedKeys> publishedKeys;

  /** Checks against the policy, at the time of the clock. */
  public TokenVerifier(TokenPolicy policy, Clock clock) {
    this.shared = policy.secret().map(secret -> sharedSecret(secret, policy, clock));
    this.publishedKeys = policy.jwks().map(address -> new PublishedKeys(address, clock));
    this.published =
        publishedKeys.map(
            keys -> processor(new JWSVerificationKeySelector<>(PUBLISHED, keys), policy, clock));
  }

  private static DefaultJWTProcessor<SecurityContext> sharedSecret(
      String secret, TokenPolicy policy, Clock clock) {
    List<SecretKeySpec> key =
        List.of(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    // whatever key id the token names: the secret has none
    return processor(
        (header, context) -> header.getAlgorithm().equals(JWSAlgorithm.HS256) ? key : List.of(),
        policy,
        clock);
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
      JWSKeySelector<SecurityContext> keys, TokenPolicy policy, Clock clock) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(keys);
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
      return read(processorFor(jwt.getHeader()).process(jwt, null));
    } catch (ParseException notToken) {
      throw refused("the token is not a signed JWT");
    } catch (KeySourceException unreachable) {
      throw ApiProblem.later(
          ErrorCode.UNAVAILABLE, "the keys that tokens are checked with cannot be read", SKEW);
    } catch (BadJOSEException | JOSEException wrong) {
      throw refused(wrong.getMessage());
    }
  }

  /**
   * The published key that the token names, or else the shared secret for HS256 (the order of
   * Supabase's own server). A token that names a published key is never checked with the secret.
   */
  private DefaultJWTProcessor<SecurityContext> processorFor(JWSHeader header) {
    JWSAlgorithm algorithm = header.getAlgorithm();
    boolean symmetric = JWSAlgorithm.Family.HMAC_SHA.contains(algorithm);
    if (symmetric && header.getKeyID() != null && namesPublished(header.getKeyID())) {
      throw refused("the token's algorithm '" + algorithm + "' does not fit the key that it names");
    }
    return (symmetric ? shared : published)
        .orElseThrow(() -> refused("the token's algorithm '" + algorithm + "' is not taken here"));
  }

  private boolean namesPublished(String keyId) {
    return publishedKeys.map(keys -> keys.names(keyId)).orElse(false);
  }

  private static VerifiedToken read(JWTClaimsSet claims) {
    UUID user =
        UserIds.parse(claims.getSubject())
            .orElseThrow(() -> refused("the token's subject is not a UUID"));
    return new VerifiedToken(
        new Caller(user, isAdmin(claims)), claims.getExpirationTime().toInstant().plus(SKEW));
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
