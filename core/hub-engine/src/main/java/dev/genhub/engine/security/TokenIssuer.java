package dev.genhub.engine.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Makes tokens for the configured secret, for the demo and for trying things out. */
public final class TokenIssuer {

  private final String secret;
  private final Optional<String> audience;
  private final Optional<String> issuer;
  private final Clock clock;

  /** Signs with the policy's secret, for its audience and issuer. */
  public TokenIssuer(TokenPolicy policy, Clock clock) {
    this.secret =
        policy
            .secret()
            .orElseThrow(() -> new IllegalArgumentException("there is no shared secret"));
    this.audience = policy.audience();
    this.issuer = policy.issuer();
    this.clock = clock;
  }

  /** A token for the caller that lasts as long as given. */
  public String issue(Caller caller, Duration timeToLive) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(caller.userId().toString())
            .claim("role", "authenticated")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(timeToLive)));
    claims.audience(audience.orElse("authenticated"));
    issuer.ifPresent(claims::issuer);
    if (caller.admin()) {
      claims.claim("genhub_role", "admin");
    }
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
    try {
      token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (JOSEException weak) {
      throw new IllegalArgumentException(
          "the shared secret cannot sign: " + weak.getMessage(), weak);
    }
    return token.serialize();
  }
}
