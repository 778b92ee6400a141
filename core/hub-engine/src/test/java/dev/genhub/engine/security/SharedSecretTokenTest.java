package dev.genhub.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are signed with a secret which the hub shares (HS256). */
class SharedSecretTokenTest {

  private static final String SECRET = "a-secret-of-at-least-32-characters-that-is-shared";
  private static final UUID USER = UUID.fromString("11111111-1111-4111-8111-111111111111");

  private final SettableClock clock = SettableClock.midMonth();
  private final TokenPolicy policy = policy(Optional.empty(), Optional.empty());
  private final TokenVerifier verifier = new TokenVerifier(policy, clock);

  private static TokenPolicy policy(Optional<String> audience, Optional<String> issuer) {
    return new TokenPolicy(Optional.of(SECRET), Optional.empty(), audience, issuer);
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject(USER.toString())
        .claim("role", "authenticated")
        .expirationTime(Date.from(clock.instant().plusSeconds(3600)));
  }

  private static String signed(JWTClaimsSet.Builder claims) {
    return signed(claims, JWSAlgorithm.HS256, SECRET);
  }

  private static String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, String secret) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims.build());
      token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private ApiProblem refused(String token) {
    return Problems.of(ErrorCode.UNAUTHENTICATED, () -> verifier.verify(token));
  }

  @Test
  void aGoodTokenSaysWhoIsCalling() {
    assertThat(verifier.verify(signed(claims())))
        .isEqualTo(
            new VerifiedToken(
                new Caller(USER, false), clock.instant().plusSeconds(3600).plusSeconds(30)));
  }

  @Test
  void whatTheHubIssuesTheHubBelieves() {
    TokenPolicy strict = policy(Optional.of("app"), Optional.of("genhub"));
    Caller admin = new Caller(USER, true);

    String token = new TokenIssuer(strict, clock).issue(admin, Duration.ofHours(1));

    assertThat(new TokenVerifier(strict, clock).verify(token).caller()).isEqualTo(admin);
  }

  @Test
  void anExpiredTokenIsRefusedAfterHalfAMinute() {
    String token = signed(claims());
    clock.advance(Duration.ofSeconds(3600 + 29));
    assertThat(verifier.verify(token).caller().userId()).isEqualTo(USER);

    clock.advance(Duration.ofSeconds(2));
    assertThat(refused(token)).hasMessage("Expired JWT");
  }

  @Test
  void aTokenForLaterIsRefused() {
    assertThat(refused(signed(claims().notBeforeTime(Date.from(clock.instant().plusSeconds(60))))))
        .hasMessage("JWT before use time");
  }

  @Test
  void aTokenNeedsItsSubjectAndItsEnd() {
    assertThat(refused(signed(claims().subject(null)))).hasMessageContaining("[sub]");
    assertThat(refused(signed(claims().expirationTime(null)))).hasMessageContaining("[exp]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "",
        "1-1-1-1-1",
        "11111111111141118111111111111111",
        "11111111-1111-4111-8111-1111111111111"
      })
  void aSubjectThatIsNoUuidIsRefused(String subject) {
    assertThat(refused(signed(claims().subject(subject))))
        .hasMessage("the token's subject is not a UUID");
  }

  @Test
  void aTokenOfAnotherSecretOrAChangedOneIsRefused() {
    refused(signed(claims(), JWSAlgorithm.HS256, "another-secret-of-at-least-32-characters"));
    String token = signed(claims());
    String[] parts = token.split("\\.");
    String others =
        signed(claims().subject("22222222-2222-4222-8222-222222222222")).split("\\.")[1];
    refused(parts[0] + "." + others + "." + parts[2]);
  }

  @Test
  void anUnsignedTokenIsRefused() {
    assertThat(refused(new PlainJWT(claims().build()).serialize()))
        .hasMessage("the token is not a signed JWT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "a.b.c", "ghk_something", "sb_publishable_x"})
  void whatIsNoTokenIsRefused(String text) {
    assertThat(refused(text)).hasMessage("the token is not a signed JWT");
  }

  @Test
  void anotherAlgorithmOfTheFamilyIsRefused() {
    refused(signed(claims(), JWSAlgorithm.HS512, SECRET + SECRET));
  }

  @Test
  void aTokenThatIsSignedWithAPublishedKeyIsRefusedWhereNoneIsConfigured() {
    // the header of an ES256 token: {"alg":"ES256"}
    assertThat(refused("eyJhbGciOiJFUzI1NiJ9.e30.AAAA"))
        .hasMessage("the token's algorithm 'ES256' is not taken here");
  }

  @Test
  void theAudienceMayBeATextOrAList() {
    TokenVerifier strict = new TokenVerifier(policy(Optional.of("app"), Optional.empty()), clock);

    for (JWTClaimsSet.Builder good :
        List.of(
            claims().claim("aud", "app"),
            claims().audience("app"),
            claims().audience(List.of("other", "app")))) {
      assertThat(strict.verify(signed(good)).caller().userId()).isEqualTo(USER);
    }
    for (JWTClaimsSet.Builder wrong : List.of(claims(), claims().audience("other"))) {
      Problems.of(ErrorCode.UNAUTHENTICATED, () -> strict.verify(signed(wrong)));
    }
  }

  @Test
  void theIssuerMustBeTheConfiguredOne() {
    TokenVerifier strict =
        new TokenVerifier(policy(Optional.empty(), Optional.of("https://a.test")), clock);

    assertThat(strict.verify(signed(claims().issuer("https://a.test"))).caller().userId())
        .isEqualTo(USER);
    for (JWTClaimsSet.Builder wrong : List.of(claims(), claims().issuer("https://a.test/"))) {
      Problems.of(ErrorCode.UNAUTHENTICATED, () -> strict.verify(signed(wrong)));
    }
  }

  @Test
  void anAdminIsMadeByTheServersClaimsAndNeverByTheUsersOwn() {
    Map<String, Object> admin = Map.of("genhub_role", "admin");

    assertThat(isAdmin(claims().claim("genhub_role", "admin"))).isTrue();
    assertThat(isAdmin(claims().claim("app_metadata", admin))).isTrue();
    assertThat(isAdmin(claims().claim("user_metadata", admin))).isFalse();
    assertThat(isAdmin(claims().claim("genhub_role", List.of("admin")))).isFalse();
    assertThat(isAdmin(claims().claim("app_metadata", "admin"))).isFalse();
    assertThat(isAdmin(claims().claim("role", "admin"))).isFalse();
  }

  private boolean isAdmin(JWTClaimsSet.Builder claims) {
    return verifier.verify(signed(claims)).caller().admin();
  }

  @Test
  void aSecretThatIsTooShortIsRefusedAtTheStartAndNotRepeated() {
    assertThatThrownBy(
            () ->
                new TokenPolicy(
                    Optional.of("too short"), Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the shared secret has 9 bytes; at least 32 are needed");
    assertThat(policy.toString()).doesNotContain(SECRET);
  }
}
