package dev.genhub.engine.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.money.CreditsLow;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that their provider refused, and how they come back. */
class KeyHealthTest {

  private static HubFixture hub;

  private KeyHub keys;
  private UUID user;
  private UUID first;
  private UUID second;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void prepare() {
    keys = new KeyHub(hub.database, hub.clock, MasterKey.of(MasterKey.generate()));
    user = hub.user();
    first = keys.made(user, "first", "sk-first").id();
    second = keys.made(user, "second", "sk-second").id();
  }

  private void fails(UUID key, UUID version, FailureKind kind) {
    UUID generation = hub.claimed(Order.by(user).key(key, version)).id();
    hub.dispatch.intend(List.of(generation));
    hub.settle.settle(
        List.of(new Settlement.Failed(generation, Failure.uncharged(kind, "", "refused"))));
    keys.choices.forget(user, FakeProvider.PROVIDER);
  }

  private void fails(UUID key, FailureKind kind) {
    fails(key, keys.version(user, key), kind);
  }

  private KeyView.Problem problem(UUID key) {
    return keys.keys.find(user, key).orElseThrow().problem();
  }

  private ChosenKey choose(Optional<UUID> key) {
    return keys.choices.choose(user, FakeProvider.PROVIDER, key);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"INVALID_API_KEY", "INSUFFICIENT_CREDITS"})
  void a_key_that_was_refused_is_set_aside_with_the_reason(FailureKind kind) {
    fails(first, kind);

    assertThat(problem(first)).isEqualTo(new KeyView.Problem(kind.code(), hub.clock.instant()));
    assertThat(problem(second)).isNull();
    for (int i = 0; i < 3; i++) {
      assertThat(choose(Optional.empty()).keyId()).isEqualTo(second);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"INVALID_API_KEY", "INSUFFICIENT_CREDITS"})
  void a_failure_that_is_not_the_keys_fault_changes_nothing(FailureKind kind) {
    fails(first, kind);

    assertThat(problem(first)).isNull();
  }

  @Test
  void a_key_that_is_set_aside_is_used_when_it_is_asked_for() {
    fails(first, FailureKind.INSUFFICIENT_CREDITS);

    assertThat(choose(Optional.of(first)).keyId()).isEqualTo(first);
  }

  @Test
  void when_all_are_set_aside_the_answer_says_why() {
    fails(first, FailureKind.INVALID_API_KEY);
    fails(second, FailureKind.INSUFFICIENT_CREDITS);

    assertThatThrownBy(() -> choose(Optional.empty()))
        .satisfies(
            Problems.of(
                ErrorCode.PROVIDER_KEY_REQUIRED,
                "'first' is set aside (invalid_api_key)",
                "'second' is set aside (insufficient_credits)"));
  }

  @Test
  void a_replaced_key_is_in_order_and_its_old_version_does_not_blame_it() {
    UUID old = keys.version(user, first);
    fails(first, FailureKind.INVALID_API_KEY);

    keys.keys.change(
        Actor.of(user),
        first,
        new KeyChange(Optional.empty(), Optional.of("sk-better"), Optional.empty()));
    assertThat(problem(first)).isNull();
    fails(first, old, FailureKind.INVALID_API_KEY);
    assertThat(problem(first)).isNull();
  }

  private KeyTestView test(UUID key, CallResult answer) {
    Catalogue catalogue =
        new Catalogue(List.of(new CheckingProvider(URI.create("https://fake.test/")).installed()));
    AdapterCalls adapters = new AdapterCalls(catalogue);
    KeyTest test =
        new DescribeKeyCheck(keys.keys, catalogue, adapters, hub.clock)
            .describe(Requests.on(new Caller(user, false), key, ""));
    return (KeyTestView)
        new RecordKeyReport(keys.keys, low(), hub.clock)
            .record(new ReadKeyReport(adapters).read(answer, test), test)
            .body();
  }

  private static CallResult answered(int status, String body) {
    return new CallResult.Answered(new HttpReply(status, Map.of(), body));
  }

  @Test
  void a_test_that_succeeds_takes_a_key_back() {
    fails(first, FailureKind.INVALID_API_KEY);

    KeyTestView view = test(first, answered(200, "{\"credits\": 12.5}"));

    assertThat(view)
        .isEqualTo(new KeyTestView(true, null, new BigDecimal("12.5"), hub.clock.instant()));
    assertThat(problem(first)).isNull();
    assertThat(choose(Optional.of(first)).keyId()).isEqualTo(first);
  }

  @Test
  void a_test_that_fails_sets_a_key_aside() {
    assertThat(test(first, answered(401, "")))
        .isEqualTo(new KeyTestView(false, "invalid_api_key", null, hub.clock.instant()));
    assertThat(problem(first).code()).isEqualTo("invalid_api_key");
    assertThat(choose(Optional.empty()).keyId()).isEqualTo(second);
  }

  @Test
  void a_key_of_an_empty_account_is_valid_and_set_aside() {
    assertThat(test(first, answered(200, "{\"credits\": 0}")).valid()).isTrue();
    assertThat(problem(first).code()).isEqualTo("insufficient_credits");
  }

  @Test
  void a_provider_that_does_not_answer_says_nothing_about_the_key() {
    KeyTestView view = test(first, new CallResult.Lost("timeout"));

    assertThat(view.valid()).isFalse();
    assertThat(view.code()).isEqualTo("provider_unavailable");
    assertThat(problem(first)).isNull();
  }

  @Test
  void another_users_key_cannot_be_tested() {
    AdapterCalls adapters = new AdapterCalls(hub.catalogue);
    DescribeKeyCheck describe = new DescribeKeyCheck(keys.keys, hub.catalogue, adapters, hub.clock);

    assertThatThrownBy(
            () -> describe.describe(Requests.on(new Caller(hub.user(), false), first, "")))
        .satisfies(Problems.of(ErrorCode.NOT_FOUND, first.toString()));
  }

  @Test
  void a_provider_without_such_a_call_says_so() {
    AdapterCalls adapters = new AdapterCalls(hub.catalogue);
    DescribeKeyCheck describe = new DescribeKeyCheck(keys.keys, hub.catalogue, adapters, hub.clock);

    assertThatThrownBy(() -> describe.describe(Requests.on(new Caller(user, false), first, "")))
        .satisfies(Problems.of(ErrorCode.CONFLICT, "'fake' cannot be tested"));
  }

  @Test
  void everything_done_to_a_key_is_in_the_audit_log() {
    KeyChange rename = new KeyChange(Optional.of("renamed"), Optional.empty(), Optional.empty());
    keys.keys.change(Actor.of(user), first, rename);
    test(first, answered(401, ""));
    keys.keys.delete(Actor.of(user), first);

    assertThat(
            hub.database
                .everything()
                .sql(
                    """
                    select action || ' ' || details::text from genhub.audit_log
                    where subject = ? order by id
                    """)
                .param(first.toString())
                .query(String.class)
                .list())
        .containsExactly(
            "key.created {\"name\": \"first\", \"provider\": \"fake\"}",
            "key.changed {\"name\": \"renamed\", \"replaced\": false}",
            "key.tested {\"valid\": false}",
            "key.deleted {\"provider\": \"fake\"}");
  }

  private static CreditsLow low() {
    return new CreditsLow(hub.database.workers(), BigDecimal.valueOf(50), hub.clock);
  }
}
