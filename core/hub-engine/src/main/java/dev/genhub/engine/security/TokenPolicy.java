package dev.genhub.engine.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * Which tokens are believed.
 *
 * @param secret the shared secret of HS256 tokens, by its UTF-8 bytes; at least 32
 * @param jwks where the public keys of ES256 and RS256 tokens are
 * @param audience what {@code aud} must hold
 * @param issuer what {@code iss} must be
 */
public record TokenPolicy(
    Optional<String> secret,
    Optional<URI> jwks,
    Optional<String> audience,
    Optional<String> issuer) {

  private static final int LEAST_SECRET = 32;

  public TokenPolicy {
    Objects.requireNonNull(secret, "secret");
    Objects.requireNonNull(jwks, "jwks");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(issuer, "issuer");
    secret.map(text -> text.getBytes(StandardCharsets.UTF_8).length).ifPresent(TokenPolicy::check);
  }

  /** HS256 needs a key as long as its digest (RFC 7518, 3.2). */
  private static void check(int bytes) {
    if (bytes < LEAST_SECRET) {
      throw new IllegalArgumentException(
          "the shared secret has " + bytes + " bytes; at least " + LEAST_SECRET + " are needed");
    }
  }

  @Override
  public String toString() {
    return "TokenPolicy[jwks=" + jwks + ", audience=" + audience + ", issuer=" + issuer + "]";
  }
}
