package dev.genhub.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are signed with a key whose public half is published (ES256, RS256). */
class PublishedKeyTokenTest {

  private static final UUID USER = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final String SECRET = "a-secret-of-at-least-32-characters-that-is-shared";

  private static ECKey elliptic;
  private static ECKey stranger;
  private static RSAKey rsa;

  private final SettableClock clock = SettableClock.midMonth();
  private JwksServer server;
  private TokenVerifier verifier;

  @BeforeAll
  static void makeKeys() throws JOSEException {
    elliptic = new ECKeyGenerator(Curve.P_256).keyID("ec-1").keyUse(KeyUse.SIGNATURE).generate();
    stranger = new ECKeyGenerator(Curve.P_256).keyID("ec-2").keyUse(KeyUse.SIGNATURE).generate();
    rsa = new RSAKeyGenerator(2048).keyID("rsa-1").keyUse(KeyUse.SIGNATURE).generate();
  }

  @BeforeEach
  void publish() throws IOException {
    server = new JwksServer();
    server.publish(elliptic.toPublicJWK(), rsa.toPublicJWK());
    verifier = verifier(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private TokenVerifier verifier(URI jwks) {
    return new TokenVerifier(
        new TokenPolicy(Optional.of(SECRET), Optional.of(jwks), Optional.empty(), Optional.empty()),
        clock);
  }

  private String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(USER.toString())
            .expirationTime(Date.from(clock.instant().plusSeconds(3600)))
            .build();
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private String byEllipticKey(ECKey key) throws JOSEException {
    return signed(JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(key));
  }

  private ApiProblem refused(String token) {
    return Problems.of(ErrorCode.UNAUTHENTICATED, () -> verifier.verify(token));
  }

  @Test
  void bothKindsOfKeysAreBelieved() throws JOSEException {
    assertThat(verifier.verify(byEllipticKey(elliptic)).caller().userId()).isEqualTo(USER);
    assertThat(
            verifier
                .verify(signed(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(rsa)))
                .caller()
                .userId())
        .isEqualTo(USER);
    assertThat(server.reads()).as("the keys are remembered").isEqualTo(1);
  }

  @Test
  void theSharedSecretIsTakenBesideThem() throws JOSEException {
    String token = signed(JWSAlgorithm.HS256, null, new MACSigner(SECRET));

    assertThat(verifier.verify(token).caller().userId()).isEqualTo(USER);
    assertThat(server.reads()).isZero();
  }

  @Test
  void thePublicKeyIsNoSecretToSignWith() throws JOSEException {
    for (String text :
        List.of(
            elliptic.toPublicJWK().toJSONString(),
            rsa.toPublicJWK().toJSONString(),
            rsa.toRSAPublicKey().toString())) {
      byte[] publicKey = text.getBytes(StandardCharsets.UTF_8);
      refused(signed(JWSAlgorithm.HS256, "ec-1", new MACSigner(publicKey)));
      refused(signed(JWSAlgorithm.HS256, "rsa-1", new MACSigner(publicKey)));
    }
  }

  @Test
  void aTokenCannotChooseAnotherAlgorithmForAKey() throws JOSEException {
    refused(signed(JWSAlgorithm.RS512, "rsa-1", new RSASSASigner(rsa)));
    refused(signed(JWSAlgorithm.PS256, "rsa-1", new RSASSASigner(rsa)));
  }

  @Test
  void aStrangersKeyIsRefusedUnderAnyName() throws JOSEException {
    refused(byEllipticKey(stranger));
    refused(signed(JWSAlgorithm.ES256, "ec-1", new ECDSASigner(stranger)));
    refused(signed(JWSAlgorithm.ES256, null, new ECDSASigner(stranger)));
  }

  @Test
  void aKeyThatIsPublishedLaterIsFound() throws JOSEException {
    verifier.verify(byEllipticKey(elliptic));
    server.publish(elliptic.toPublicJWK(), stranger.toPublicJWK());

    assertThat(verifier.verify(byEllipticKey(stranger)).caller().userId()).isEqualTo(USER);
  }

  @Test
  void unknownKeysAreRefusedHoweverManyComeAndDoNotFloodThePublisher() throws JOSEException {
    String good = byEllipticKey(elliptic);
    String unknown = byEllipticKey(stranger);
    verifier.verify(good);

    for (int i = 0; i < 20; i++) {
      refused(unknown);
    }

    assertThat(server.reads()).isLessThanOrEqualTo(4);
    assertThat(verifier.verify(good).caller().userId()).isEqualTo(USER);
  }

  @Test
  void whileTheKeysCannotBeReadTheHubIsUnavailableToTheirTokensOnly() throws JOSEException {
    server.breakDown();

    for (int i = 0; i < 5; i++) {
      ApiProblem problem =
          Problems.of(ErrorCode.UNAVAILABLE, () -> verifier.verify(byEllipticKey(elliptic)));
      assertThat(problem.retryAfter()).isPresent();
      assertThat(problem).hasMessage("the keys that tokens are checked with cannot be read");
    }
    String shared = signed(JWSAlgorithm.HS256, null, new MACSigner(SECRET));
    assertThat(verifier.verify(shared).caller().userId()).isEqualTo(USER);
  }

  @Test
  void anAddressWhereNobodyListensIsTheSame() throws JOSEException {
    URI address = server.address();
    server.close();
    TokenVerifier deaf = verifier(address);
    String token = byEllipticKey(elliptic);

    Problems.of(ErrorCode.UNAVAILABLE, () -> deaf.verify(token));
  }

  @Test
  void anEmptySetOfKeysKnowsNoToken() throws JOSEException {
    server.publish();

    refused(byEllipticKey(elliptic));
  }
}
