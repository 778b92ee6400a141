package dev.genhub.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
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
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of a project whose keys stand at a JWKS address, beside a shared secret. */
class PublishedKeysTest {

  private static final String SECRET = "a shared secret of at least 32 bytes";
  private static final UUID USER = UUID.randomUUID();
  private static final String ISSUER = "https://demo.supabase.co/auth/v1";

  private final SettableClock clock = SettableClock.midMonth();
  private JwksServer server;
  private ECKey first;
  private ECKey second;
  private TokenVerifier verifier;

  @BeforeEach
  void publish() throws Exception {
    server = new JwksServer();
    first = new ECKeyGenerator(Curve.P_256).keyID("first").algorithm(JWSAlgorithm.ES256).generate();
    second = new ECKeyGenerator(Curve.P_256).keyID("second").generate();
    server.publish(first);
    verifier = verifier(Optional.of(SECRET));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private TokenVerifier verifier(Optional<String> secret) {
    return new TokenVerifier(
        new TokenPolicy(
            secret,
            Optional.of(server.address()),
            Optional.of("authenticated"),
            Optional.of(ISSUER)),
        clock);
  }

  @Test
  void tokens_of_published_keys_are_believed() throws Exception {
    RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    server.publish(first, rsa);

    assertThat(userOf(es256(first))).isEqualTo(USER);
    assertThat(userOf(sign(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), claims())))
        .isEqualTo(USER);
    assertThat(server.reads()).as("both with one read").isEqualTo(1);
  }

  @Test
  void both_ways_of_signing_work_at_once() throws Exception {
    assertThat(userOf(es256(first))).isEqualTo(USER);
    assertThat(userOf(hs256(null, SECRET))).isEqualTo(USER);
    assertThat(userOf(hs256("legacy", SECRET))).isEqualTo(USER);
  }

  @Test
  void a_token_that_names_a_published_key_is_not_checked_with_the_secret() throws Exception {
    userOf(es256(first));

    assertUnauthenticated(hs256("first", SECRET), "does not fit the key");
  }

  @Test
  void a_public_key_is_never_taken_for_a_secret() throws Exception {
    TokenVerifier publishedOnly = verifier(Optional.empty());
    publishedOnly.verify(es256(first));
    String publicText = first.toPublicJWK().toJSONString();

    assertThatThrownBy(() -> publishedOnly.verify(hs256(null, publicText)))
        .satisfies(Problems.of(ErrorCode.UNAUTHENTICATED, "'HS256' is not taken here"));
    assertUnauthenticated(hs256(null, publicText));
  }

  @Test
  void an_unsigned_token_is_refused() {
    assertUnauthenticated(new PlainJWT(claims().build()).serialize(), "not a signed JWT");
  }

  @Test
  void a_signature_of_another_key_under_a_known_name_is_refused() throws Exception {
    assertUnauthenticated(sign(JWSAlgorithm.ES256, "first", new ECDSASigner(second), claims()));
  }

  @Test
  void a_new_key_is_found_by_reading_once_more() throws Exception {
    userOf(es256(first));
    server.publish(first, second);

    assertThat(userOf(es256(second))).isEqualTo(USER);
    assertThat(server.reads()).isEqualTo(2);
  }

  @Test
  void unknown_keys_are_looked_for_at_a_bounded_rate() throws Exception {
    userOf(es256(first));

    for (int i = 0; i < 20; i++) {
      assertUnauthenticated(
          sign(JWSAlgorithm.ES256, "made-up-" + i, new ECDSASigner(second), claims()));
    }
    assertThat(server.reads()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(11));
    assertUnauthenticated(sign(JWSAlgorithm.ES256, "another", new ECDSASigner(second), claims()));
    assertThat(server.reads()).isEqualTo(3);
  }

  @Test
  void an_outage_does_not_hurt_while_the_keys_are_good() throws Exception {
    userOf(es256(first));
    server.breakDown();
    clock.advance(Duration.ofMinutes(9));

    assertThat(userOf(es256(first))).isEqualTo(USER);
  }

  @Test
  void keys_are_read_again_before_they_are_old() throws Exception {
    userOf(es256(first));
    clock.advance(Duration.ofMinutes(6));

    userOf(es256(first));

    Awaitility.await().untilAsserted(() -> assertThat(server.reads()).isEqualTo(2));
  }

  @Test
  void a_key_that_is_taken_back_is_not_believed_for_longer_than_ten_minutes() throws Exception {
    userOf(es256(first));
    server.publish(second);
    clock.advance(Duration.ofMinutes(10).plusSeconds(1));

    assertUnauthenticated(es256(first));
  }

  @Test
  void keys_that_cannot_be_read_are_not_the_callers_fault() throws Exception {
    server.breakDown();

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> verifier.verify(es256(first)))
          .satisfies(Problems.of(ErrorCode.UNAVAILABLE, "cannot be read"));
    }
    server.recover();
    clock.advance(Duration.ofSeconds(11));
    assertThat(userOf(es256(first))).isEqualTo(USER);
  }

  @Test
  void an_unknown_key_during_an_outage_may_be_a_new_one() throws Exception {
    userOf(es256(first));
    server.breakDown();

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> verifier.verify(es256(second)))
          .satisfies(Problems.of(ErrorCode.UNAVAILABLE));
    }
    assertThat(userOf(es256(first))).isEqualTo(USER);
  }

  @Test
  void tokens_of_the_secret_do_not_wait_for_the_address() throws Exception {
    server.breakDown();

    assertThat(userOf(hs256("legacy", SECRET))).isEqualTo(USER);
    assertThat(server.reads()).isZero();
  }

  @Test
  void an_audience_may_be_a_text_or_a_list() throws Exception {
    assertThat(userOf(es256(first, claims -> claims.audience(List.of("other", "authenticated")))))
        .isEqualTo(USER);
    assertUnauthenticated(es256(first, claims -> claims.audience("other")));
    assertUnauthenticated(es256(first, claims -> claims.issuer("https://other.supabase.co")));
  }

  @Test
  void an_anonymous_user_is_a_user() throws Exception {
    assertThat(
            userOf(es256(first, claims -> claims.claim("is_anonymous", true).claim("email", ""))))
        .isEqualTo(USER);
  }

  @Test
  void only_what_the_server_controls_makes_an_admin() throws Exception {
    assertThat(adminBy(claims -> claims)).isFalse();
    assertThat(adminBy(claims -> claims.claim("user_metadata", Map.of("genhub_role", "admin"))))
        .isFalse();
    assertThat(adminBy(claims -> claims.claim("app_metadata", Map.of("genhub_role", "admin"))))
        .isTrue();
    assertThat(adminBy(claims -> claims.claim("genhub_role", "admin"))).isTrue();
  }

  private boolean adminBy(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    return verifier.verify(es256(first, change)).caller().admin();
  }

  private UUID userOf(String token) {
    return verifier.verify(token).caller().userId();
  }

  private void assertUnauthenticated(String token, String... words) {
    assertThatThrownBy(() -> verifier.verify(token))
        .satisfies(Problems.of(ErrorCode.UNAUTHENTICATED, words));
  }

  private String es256(ECKey key) throws JOSEException {
    return es256(key, claims -> claims);
  }

  private String es256(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return sign(JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(key), change.apply(claims()));
  }

  private String hs256(String keyId, String secret) throws JOSEException {
    return sign(
        JWSAlgorithm.HS256,
        keyId,
        new MACSigner(secret.getBytes(StandardCharsets.UTF_8)),
        claims());
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject(USER.toString())
        .audience("authenticated")
        .issuer(ISSUER)
        .claim("role", "authenticated")
        .expirationTime(Date.from(clock.instant().plus(Duration.ofHours(1))));
  }

  private static String sign(
      JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet.Builder claims)
      throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims.build());
    token.sign(signer);
    return token.serialize();
  }
}
