package dev.genhub.engine.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.content.ArchiveStore;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys grow old, and go. */
class KeyAgeTest {

  private HubFixture hub;
  private KeyHub keys;
  private UUID user;
  private RemindOfRotation remind;
  private ForgetKeyVersions forget;

  @BeforeEach
  void open() {
    hub = HubFixture.create();
    keys = new KeyHub(hub.database, hub.clock, MasterKey.of(MasterKey.generate()));
    user = hub.user();
    remind = new RemindOfRotation(hub.database.workers(), hub.clock);
    forget = new ForgetKeyVersions(hub.database.workers(), hub.clock);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private List<String> reminders() {
    return hub.database
        .everything()
        .sql("select type || ' ' || (data ->> 'name') from genhub.outbox order by id")
        .query(String.class)
        .list();
  }

  private void replace(UUID key) {
    KeyChange change = new KeyChange(Optional.empty(), Optional.of("sk-another"), Optional.empty());
    keys.keys.change(Actor.of(user), key, change);
  }

  @Test
  void a_user_is_reminded_once_when_a_key_is_due_and_once_when_it_is_overdue() throws Exception {
    keys.made(user, "main", "sk-secret");
    hub.clock.advance(Duration.ofDays(89));
    remind.remind();
    assertThat(reminders()).isEmpty();

    hub.clock.advance(Duration.ofDays(1));
    AtOnce.call(
        4,
        () -> {
          remind.remind();
          return null;
        });
    remind.remind();
    assertThat(reminders()).containsExactly("key.rotation_due main");

    hub.clock.advance(Duration.ofDays(90));
    remind.remind();
    remind.remind();
    assertThat(reminders()).containsExactly("key.rotation_due main", "key.rotation_overdue main");
  }

  @Test
  void a_replaced_key_is_young_again_and_an_inactive_one_is_nobodys_worry() {
    UUID replaced = keys.made(user, "replaced", "sk-secret").id();
    UUID inactive = keys.made(user, "inactive", "sk-secret").id();
    KeyChange off = new KeyChange(Optional.empty(), Optional.empty(), Optional.of(false));
    keys.keys.change(Actor.of(user), inactive, off);
    hub.clock.advance(Duration.ofDays(80));
    replace(replaced);
    hub.clock.advance(Duration.ofDays(80));

    remind.remind();

    assertThat(reminders()).isEmpty();
  }

  @Test
  void what_a_user_takes_away_is_gone_once_nothing_in_flight_needs_it() {
    UUID key = keys.made(user, "main", "sk-secret").id();
    UUID version = keys.version(user, key);
    UUID inFlight = hub.following(Order.by(user).key(key, version), "task-1").id();
    keys.keys.delete(Actor.of(user), key);

    forget.forget();
    hub.clock.advance(Duration.ofHours(2));
    forget.forget();
    assertThat(keys.vault.open(version)).isEqualTo("sk-secret");

    Failure failure = Failure.uncharged(FailureKind.CONTENT_REJECTED, "", "no");
    hub.settle.settle(List.of(new Settlement.Failed(inFlight, failure)));
    forget.forget();
    KeyVault cold = new KeyVault(hub.database.workers(), new KeyCipher(keys.masterKey));
    assertThatThrownBy(() -> cold.open(version)).hasMessageContaining(version.toString());
  }

  @Test
  void a_key_stays_until_the_results_that_were_made_with_it_are_copied() {
    UUID key = keys.made(user, "main", "sk-secret").id();
    UUID version = keys.version(user, key);
    UUID done = hub.following(Order.by(user).key(key, version), "task-1").id();
    hub.settle.settle(
        List.of(
            new Settlement.Completed(
                done, Optional.empty(), List.of(Artifacts.image("1.png")), Optional.empty())));
    keys.keys.delete(Actor.of(user), key);

    forget.forget();
    hub.clock.advance(Duration.ofHours(2));
    forget.forget();
    ArchiveStore.Unarchived result =
        new ArchiveStore(hub.database.workers(), HubFixture.LEASE, hub.clock).claim(1).get(0);
    assertThat(result.keyVersionId()).contains(version);
    assertThat(keys.vault.open(version)).isEqualTo("sk-secret");

    new ArchiveStore(hub.database.workers(), HubFixture.LEASE, hub.clock)
        .archived(result.id(), "ab/1", "image/png", 1, "https://hub.test/copy");
    forget.forget();
    assertThat(hub.database.value("select count(*) from genhub.key_versions")).isEqualTo(0L);
  }

  @Test
  void a_version_that_was_replaced_a_moment_ago_stays_for_an_intake_that_has_chosen_it() {
    UUID key = keys.made(user, "main", "sk-secret").id();
    UUID before = keys.version(user, key);
    replace(key);
    UUID now = keys.version(user, key);

    forget.forget();
    hub.clock.advance(Duration.ofMinutes(50));
    forget.forget();
    assertThat(keys.vault.open(before)).isEqualTo("sk-secret");
    assertThat(keys.vault.open(now)).isEqualTo("sk-another");

    hub.clock.advance(Duration.ofMinutes(11));
    forget.forget();
    assertThat(hub.database.value("select count(*) from genhub.key_versions")).isEqualTo(1L);
  }
}
