package dev.genhub.engine.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.callback.CallbackTokens;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.HubDatabase;
import dev.genhub.engine.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The master key is changed under a hub that works. */
class RewrapTest {

  private final SettableClock clock = SettableClock.midMonth();
  private final String oldText = MasterKey.generate();
  private final String newText = MasterKey.generate();
  private final Map<UUID, String> clear = new HashMap<>();
  private HubDatabase database;
  private UUID user;
  private Actor admin;
  private KeyHub before;
  private KeyHub after;

  @BeforeEach
  void prepare() {
    database = HubDatabase.create();
    user = database.user();
    admin = new Actor(database.user(), Optional.empty(), true, "request-1");
    before = new KeyHub(database, clock, MasterKey.of(oldText));
    after = new KeyHub(database, clock, MasterKey.of(newText).alsoReading(oldText));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void fill(int keys) {
    for (int i = 0; i < keys; i++) {
      String apiKey = "sk-clear-" + i;
      KeyView made = before.made(user, "key " + i, apiKey);
      clear.put(before.version(user, made.id()), apiKey);
    }
  }

  private void assertAllOpen(KeyHub hub) {
    clear.forEach((version, apiKey) -> assertThat(hub.vault.open(version)).isEqualTo(apiKey));
  }

  private KeyHub withTheNewKeyOnly() {
    return new KeyHub(database, clock, MasterKey.of(newText));
  }

  @Test
  void afterwards_the_old_key_is_not_needed_any_more() {
    CallbackTokens tokens = CallbackTokens.load(database.workers(), before.masterKey, clock);
    fill(120);
    assertThat(after.progress()).isEqualTo(new RewrapProgress(241, 0, false, 0));

    after.rewraps.request(admin, after.masterKey.fingerprint());
    assertThat(after.progress().running()).isTrue();
    after.rewrap.rewrap();

    assertThat(after.progress()).isEqualTo(new RewrapProgress(241, 241, false, 0));
    KeyHub fresh = withTheNewKeyOnly();
    assertAllOpen(fresh);
    UUID generation = UUID.randomUUID();
    assertThat(
            CallbackTokens.load(database.workers(), fresh.masterKey, clock)
                .generationOf(tokens.tokenFor(generation)))
        .contains(generation);
  }

  @Test
  void nothing_is_done_before_an_admin_asks() {
    fill(1);

    after.rewrap.rewrap();

    assertThat(after.progress().done()).isZero();
  }

  @Test
  void a_node_that_has_another_master_key_leaves_the_work_alone() {
    fill(1);
    after.rewraps.request(admin, after.masterKey.fingerprint());

    before.rewrap.rewrap();

    assertThat(after.progress()).isEqualTo(new RewrapProgress(2, 0, true, 0));
  }

  @Test
  void asking_twice_makes_one_rewrap_and_both_ends_are_in_the_audit_log() {
    fill(1);
    after.rewraps.request(admin, after.masterKey.fingerprint());
    after.rewraps.request(admin, after.masterKey.fingerprint());
    after.rewrap.rewrap();

    assertThat(
            database
                .everything()
                .sql("select action from genhub.audit_log where admin order by id")
                .query(String.class)
                .list())
        .containsExactly("master_key.rewrap_requested", "master_key.rewrapped");
  }

  @Test
  void a_node_that_died_is_followed_by_another_behind_its_lease() {
    fill(3);
    after.rewraps.request(admin, after.masterKey.fingerprint());
    assertThat(after.rewraps.take(after.masterKey.fingerprint())).isPresent();
    KeyHub other = new KeyHub(database, clock, after.masterKey);

    other.rewrap.rewrap();
    assertThat(other.progress().done()).as("while the lease holds").isZero();
    clock.advance(Duration.ofSeconds(61));
    other.rewrap.rewrap();

    assertThat(other.progress()).isEqualTo(new RewrapProgress(6, 6, false, 0));
  }

  @Test
  void what_no_key_opens_is_counted_and_does_not_stop_the_rest() {
    fill(60);
    KeyHub strange = new KeyHub(database, clock, MasterKey.of(MasterKey.generate()));
    strange.made(user, "strange", "sk-strange");
    after.rewraps.request(admin, after.masterKey.fingerprint());

    after.rewrap.rewrap();

    assertThat(after.progress()).isEqualTo(new RewrapProgress(122, 120, false, 2));
    assertAllOpen(withTheNewKeyOnly());
  }

  @Test
  void a_key_that_the_app_wrote_itself_is_left_as_it_is() {
    database
        .everything()
        .sql(
            """
            insert into public.user_api_keys (user_id, provider, api_key_name, api_key_encrypted)
            values (:user, 'fake', 'by the app', 'U2FsdGVkX1')
            """)
        .param("user", user)
        .update();
    after.rewraps.request(admin, after.masterKey.fingerprint());

    after.rewrap.rewrap();

    assertThat(after.progress()).isEqualTo(new RewrapProgress(0, 0, false, 0));
    assertThat(database.value("select api_key_encrypted from public.user_api_keys"))
        .isEqualTo("U2FsdGVkX1");
  }

  @Test
  void no_call_fails_meanwhile_on_any_node_and_a_key_replaced_meanwhile_stays_replaced()
      throws Exception {
    fill(150);
    KeyHub other = new KeyHub(database, clock, after.masterKey);
    UUID replaced = before.made(user, "replaced", "sk-before").id();
    after.rewraps.request(admin, after.masterKey.fingerprint());
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger opened = new AtomicInteger();
    List<Callable<Void>> work = new ArrayList<>();
    work.add(() -> rewrapping(after, done));
    work.add(() -> rewrapping(other, done));
    work.add(() -> opening(after, done, opened));
    work.add(() -> opening(before, done, opened));
    work.add(
        () -> {
          KeyChange change =
              new KeyChange(Optional.empty(), Optional.of("sk-after"), Optional.empty());
          other.keys.change(Actor.of(user), replaced, change);
          return null;
        });
    AtOnce.call(work);

    assertThat(opened.get()).isGreaterThan(150);
    KeyHub fresh = withTheNewKeyOnly();
    assertAllOpen(fresh);
    assertThat(fresh.vault.open(fresh.version(user, replaced))).isEqualTo("sk-after");
    assertThat(after.progress()).isEqualTo(new RewrapProgress(303, 303, false, 0));
  }

  private static Void rewrapping(KeyHub hub, AtomicBoolean done) {
    try {
      while (hub.progress().running()) {
        hub.rewrap.rewrap();
      }
      return null;
    } finally {
      done.set(true);
    }
  }

  /** Every key is opened over and over, by a node that has read nothing before. */
  private Void opening(KeyHub hub, AtomicBoolean done, AtomicInteger opened) {
    while (!done.get()) {
      KeyVault cold = new KeyVault(database.workers(), new KeyCipher(readingBoth(hub)));
      clear.forEach(
          (version, apiKey) -> {
            assertThat(cold.open(version)).isEqualTo(apiKey);
            opened.incrementAndGet();
          });
    }
    return null;
  }

  /** The first step of the change: every node reads both keys before any writes the new one. */
  private MasterKey readingBoth(KeyHub hub) {
    return hub == before ? MasterKey.of(oldText).alsoReading(newText) : hub.masterKey;
  }

  @Test
  void a_user_cannot_ask_for_it() {
    assertThatThrownBy(
            () ->
                database
                    .users()
                    .as(
                        user,
                        jdbc ->
                            jdbc.sql(
                                    """
                                    insert into genhub.key_rewraps
                                      (id, master_key, requested_by, request_id, requested_at)
                                    values (gen_random_uuid(), 'x', :user, '', now())
                                    """)
                                .param("user", user)
                                .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }
}
