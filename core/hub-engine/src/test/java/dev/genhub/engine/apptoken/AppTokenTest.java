package dev.genhub.engine.apptoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.security.Authenticate;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.security.RequireAdmin;
import dev.genhub.engine.security.TokenPolicy;
import dev.genhub.engine.security.TokenVerifier;
import dev.genhub.engine.testing.HubDatabase;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import dev.genhub.engine.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** A back end that acts for its users. */
class AppTokenTest {

  private static HubDatabase database;

  private final SettableClock clock = SettableClock.midMonth();
  private final UUID user = UUID.randomUUID();
  private Caller admin;
  private AppTokenStore store;
  private Authenticate authenticate;

  @BeforeAll
  static void open() {
    database = HubDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void prepare() {
    admin = new Caller(database.user(), true);
    store = new AppTokenStore(database.users(), new AuditLog(clock), clock);
    authenticate = node();
  }

  /** What each node of a hub has of its own. */
  private Authenticate node() {
    TokenPolicy policy =
        new TokenPolicy(
            Optional.of("a shared secret of at least 32 bytes"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Authenticate(
        new TokenVerifier(policy, clock),
        new AppTokens(database.workers(), clock),
        database.users(),
        clock);
  }

  private NewAppToken made() {
    return (NewAppToken)
        new CreateAppToken(store).create(Requests.post(admin, "{\"name\": \"shop\"}")).body();
  }

  private static ApiRequest call(String token, String userHeader) {
    return Requests.with(Map.of("authorization", "Bearer " + token, "genhub-user", userHeader));
  }

  @Test
  void a_token_acts_for_the_user_of_the_header_and_makes_them() {
    NewAppToken token = made();

    Caller caller = authenticate.authenticate(call(token.token(), user.toString())).requireCaller();

    assertThat(caller).isEqualTo(Caller.actingFor(user, token.id()));
    assertThat(database.value("select count(*) from public.profiles where id = ?", user))
        .isEqualTo(1L);
  }

  @Test
  void a_token_is_256_random_bits_and_is_kept_as_a_hash_only() {
    NewAppToken one = made();
    NewAppToken other = made();

    assertThat(one.token()).matches("ghk_[A-Za-z0-9_-]{43}").isNotEqualTo(other.token());
    assertThat(one.toString()).doesNotContain(one.token());
    assertThat(database.value("select string_agg(t::text, '') from genhub.app_tokens t"))
        .asString()
        .doesNotContain(one.token());
  }

  @Test
  void a_token_without_a_user_is_told_so() {
    NewAppToken token = made();

    assertThatThrownBy(() -> authenticate.authenticate(Requests.bearer(token.token())))
        .satisfies(Problems.of(ErrorCode.USER_REQUIRED, "Genhub-User"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "1-1-1-1-1", ""})
  void a_user_that_is_no_uuid_is_refused(String userHeader) {
    NewAppToken token = made();

    assertThatThrownBy(() -> authenticate.authenticate(call(token.token(), userHeader)))
        .satisfies(Problems.of(ErrorCode.MALFORMED_REQUEST, "'" + userHeader + "'"));
  }

  @Test
  void an_unknown_token_learns_nothing_else() {
    assertThatThrownBy(() -> authenticate.authenticate(Requests.bearer("ghk_made-up")))
        .satisfies(Problems.of(ErrorCode.UNAUTHENTICATED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sb_secret_abc", "sb_publishable_abc"})
  void an_api_key_of_supabase_is_refused_with_a_hint(String key) {
    assertThatThrownBy(() -> authenticate.authenticate(Requests.bearer(key)))
        .satisfies(Problems.of(ErrorCode.UNAUTHENTICATED, "access token of the user's session"));
  }

  @Test
  void a_token_is_never_an_admin() {
    NewAppToken token = made();
    ApiRequest request = authenticate.authenticate(call(token.token(), admin.userId().toString()));

    assertThatThrownBy(() -> new RequireAdmin().require(request))
        .satisfies(Problems.of(ErrorCode.FORBIDDEN, "app token"));
  }

  @Test
  void a_revoked_token_stops_working_on_every_node_within_seconds() {
    NewAppToken token = made();
    Authenticate other = node();
    ApiRequest call = call(token.token(), user.toString());
    authenticate.authenticate(call);
    other.authenticate(call);

    new RevokeAppToken(store).revoke(Requests.on(admin, token.id(), ""));
    clock.advance(Duration.ofSeconds(3));

    for (Authenticate node : List.of(authenticate, other)) {
      assertThatThrownBy(() -> node.authenticate(call))
          .satisfies(Problems.of(ErrorCode.UNAUTHENTICATED, "revoked"));
    }
    assertThatThrownBy(() -> new RevokeAppToken(store).revoke(Requests.on(admin, token.id(), "")))
        .satisfies(Problems.of(ErrorCode.NOT_FOUND));
  }

  @Test
  void the_last_use_is_noted_at_most_once_a_minute() {
    NewAppToken token = made();
    ApiRequest call = call(token.token(), user.toString());
    assertThat(lastUse(token)).isNull();

    Instant first = clock.instant();
    authenticate.authenticate(call);
    assertThat(lastUse(token)).isEqualTo(first);
    clock.advance(Duration.ofSeconds(50));
    authenticate.authenticate(call);
    assertThat(lastUse(token)).isEqualTo(first);
    clock.advance(Duration.ofSeconds(11));
    authenticate.authenticate(call);
    assertThat(lastUse(token)).isEqualTo(clock.instant());
  }

  private Instant lastUse(NewAppToken token) {
    return store.list(admin.userId()).stream()
        .filter(view -> view.id().equals(token.id()))
        .findFirst()
        .orElseThrow()
        .lastUsedAt();
  }

  @Test
  void users_reach_no_tokens_whatever_they_ask_the_database() {
    made();

    assertThat(
            (Object)
                database
                    .users()
                    .as(
                        user,
                        jdbc -> jdbc.sql("select id from genhub.app_tokens").query().listOfRows()))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .isEmpty();
    assertThatThrownBy(
            () ->
                database
                    .users()
                    .as(
                        admin.userId(),
                        jdbc ->
                            jdbc.sql("select token_hash from genhub.app_tokens")
                                .query()
                                .listOfRows()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void making_and_revoking_are_in_the_audit_log() {
    NewAppToken token = made();
    new RevokeAppToken(store).revoke(Requests.on(admin, token.id(), ""));

    assertThat(
            database
                .everything()
                .sql("select action from genhub.audit_log where subject = ? order by id")
                .param(token.id().toString())
                .query(String.class)
                .list())
        .containsExactly("app_token.created", "app_token.revoked");
  }
}
