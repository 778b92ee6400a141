package dev.genhub.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.HubDatabase;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import dev.genhub.engine.testing.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticateTest {

  private static final TokenPolicy POLICY =
      new TokenPolicy(
          Optional.of("a-secret-of-at-least-32-characters-that-is-shared"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final SettableClock clock = SettableClock.midMonth();
  private static HubDatabase database;
  private static Authenticate authenticate;

  @BeforeAll
  static void open() {
    database = HubDatabase.create();
    authenticate = on(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Authenticate on(HubDatabase anyDatabase) {
    return new Authenticate(new TokenVerifier(POLICY, clock), anyDatabase.users(), clock);
  }

  private static ApiRequest request(String authorization) {
    return Requests.any()
        .header("authorization", authorization)
        .header("accept", "application/json")
        .build();
  }

  private static String token(Caller caller) {
    return new TokenIssuer(POLICY, clock).issue(caller, Duration.ofHours(1));
  }

  private static long profiles(UUID user) {
    return (long) database.value("select count(*) from profiles where id = ?", user);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
  void theRequestIsInTheNameOfTheTokensUser(String scheme) {
    Caller caller = new Caller(UUID.randomUUID(), true);

    ApiRequest authenticated = authenticate.authenticate(request(scheme + token(caller)));

    assertThat(authenticated.requireCaller()).isEqualTo(caller);
    assertThat(authenticated.userId()).isEqualTo(caller.userId());
  }

  @Test
  void theTokenDoesNotTravelOnIntoTheRoute() {
    ApiRequest authenticated =
        authenticate.authenticate(request("Bearer " + token(new Caller(UUID.randomUUID(), false))));

    assertThat(authenticated.header("Authorization")).isEmpty();
    assertThat(authenticated.header("Accept")).contains("application/json");
    assertThat(authenticated.toString()).doesNotContain("eyJ");
  }

  @Test
  void aUserSeenForTheFirstTimeIsMade() {
    UUID user = UUID.randomUUID();
    String header = "Bearer " + token(new Caller(user, false));

    authenticate.authenticate(request(header));
    authenticate.authenticate(request(header));

    assertThat(profiles(user)).isEqualTo(1);
  }

  @Test
  void aUserSeenForTheFirstTimeByManyAtOnceIsMadeOnce() throws Exception {
    UUID user = UUID.randomUUID();
    String header = "Bearer " + token(new Caller(user, false));

    AtOnce.call(8, () -> on(database).authenticate(request(header)));

    assertThat(profiles(user)).isEqualTo(1);
  }

  @Test
  void aRememberedTokenEndsWhenItsTimeIsUp() {
    String header = "Bearer " + token(new Caller(UUID.randomUUID(), false));
    authenticate.authenticate(request(header));

    clock.advance(Duration.ofSeconds(3600 + 31));

    Problems.of(ErrorCode.UNAUTHENTICATED, () -> authenticate.authenticate(request(header)));
  }

  @Test
  void withoutAHeaderTheProblemSaysSo() {
    assertThat(
            Problems.of(
                ErrorCode.UNAUTHENTICATED, () -> authenticate.authenticate(Requests.any().build())))
        .hasMessage("the Authorization header is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic YTpi", "Bearer", "Token x"})
  void anotherSchemeIsRefused(String header) {
    assertThat(
            Problems.of(
                ErrorCode.UNAUTHENTICATED, () -> authenticate.authenticate(request(header))))
        .hasMessage("the Authorization header is not 'Bearer <token>'");
  }
}
