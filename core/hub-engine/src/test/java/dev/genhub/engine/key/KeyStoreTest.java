package dev.genhub.engine.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.HubDatabase;
import dev.genhub.engine.testing.Keys;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyStoreTest {

  private static final String SECRET = "sk-very-secret-1234";

  private static final SettableClock clock = SettableClock.midMonth();
  private static HubDatabase database;
  private static Keys keys;

  private UUID user;

  @BeforeAll
  static void open() {
    database = HubDatabase.create();
    keys = new Keys(database, clock);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void newUser() {
    user = database.user();
  }

  private static KeyChange change(String name, String apiKey, Boolean active) {
    return new KeyChange(
        Optional.ofNullable(name), Optional.ofNullable(apiKey), Optional.ofNullable(active));
  }

  @Test
  void aNewKeyIsShownWithoutItself() {
    KeyView made = keys.store.create(user, "fake", "mine", SECRET);

    assertThat(made)
        .isEqualTo(
            new KeyView(
                made.id(),
                "fake",
                "mine",
                true,
                "…1234",
                clock.instant(),
                clock.instant(),
                null,
                clock.instant().plus(Duration.ofDays(90)),
                null));
    assertThat(keys.store.find(user, made.id())).contains(made);
    assertThat(keys.store.list(user)).containsExactly(made);
  }

  @Test
  void theDatabaseNeverHoldsTheKeyInClear() {
    KeyView made = keys.store.create(user, "fake", "mine", SECRET);

    assertThat(
            database.value(
                """
                select string_agg(k::text || v::text, '') from user_api_keys k
                join genhub.key_versions v on v.key_id = k.id where k.id = ?
                """,
                made.id()))
        .asString()
        .contains(made.id().toString())
        .doesNotContain("very-secret");
  }

  @Test
  void theSameKeyIsEncryptedDifferentlyEachTime() {
    keys.store.create(user, "fake", "one", SECRET);
    keys.store.create(user, "fake", "two", SECRET);

    assertThat(
            database.value(
                "select count(distinct api_key_encrypted) from user_api_keys where user_id = ?",
                user))
        .isEqualTo(2L);
  }

  @Test
  void aNameIsTakenOncePerProviderAndUser() {
    keys.store.create(user, "fake", "mine", SECRET);

    assertThat(
            Problems.of(ErrorCode.CONFLICT, () -> keys.store.create(user, "fake", "mine", SECRET)))
        .hasMessage("you have a key named 'mine' for fake already");
    keys.store.create(user, "other", "mine", SECRET);
    keys.store.create(database.user(), "fake", "mine", SECRET);
  }

  @Test
  void renamingToATakenNameIsRefused() {
    keys.store.create(user, "fake", "first", SECRET);
    UUID second = keys.store.create(user, "fake", "second", SECRET).id();

    Problems.of(
        ErrorCode.CONFLICT, () -> keys.store.change(user, second, change("first", null, null)));
    assertThat(keys.store.find(user, second).orElseThrow().name()).isEqualTo("second");
  }

  @Test
  void aChangeTouchesWhatItNamesOnly() {
    UUID id = keys.store.create(user, "fake", "mine", SECRET).id();
    clock.advance(Duration.ofMinutes(1));

    KeyView renamed = keys.store.change(user, id, change("renamed", null, null)).orElseThrow();
    assertThat(renamed.name()).isEqualTo("renamed");
    assertThat(renamed.isActive()).isTrue();
    assertThat(renamed.keyHint()).isEqualTo("…1234");
    assertThat(renamed.updatedAt()).isEqualTo(clock.instant());

    KeyView paused = keys.store.change(user, id, change(null, null, false)).orElseThrow();
    assertThat(paused.name()).isEqualTo("renamed");
    assertThat(paused.isActive()).isFalse();
  }

  @Test
  void replacingAKeyPutsItsRotationOff() {
    UUID id = keys.store.create(user, "fake", "mine", SECRET).id();
    clock.advance(Duration.ofDays(80));

    KeyView replaced = keys.store.change(user, id, change(null, "sk-new-5678", null)).orElseThrow();

    assertThat(replaced.keyHint()).isEqualTo("…5678");
    assertThat(replaced.rotateBy()).isEqualTo(clock.instant().plus(Duration.ofDays(90)));
  }

  @Test
  void anothersKeyIsNotThere() {
    UUID id = keys.store.create(user, "fake", "mine", SECRET).id();
    UUID other = database.user();

    assertThat(keys.store.find(other, id)).isEmpty();
    assertThat(keys.store.change(other, id, change("stolen", null, null))).isEmpty();
    assertThat(keys.store.delete(other, id)).isFalse();
    assertThat(keys.store.list(other)).isEmpty();
    assertThat(keys.store.find(user, id)).isPresent();
  }

  @Test
  void aDeletedKeyIsGone() {
    UUID id = keys.store.create(user, "fake", "mine", SECRET).id();

    assertThat(keys.store.delete(user, id)).isTrue();
    assertThat(keys.store.delete(user, id)).isFalse();
    assertThat(keys.store.list(user)).isEqualTo(List.of());
  }
}
