package dev.genhub.engine.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.testing.HubDatabase;
import dev.genhub.engine.testing.Keys;
import dev.genhub.engine.testing.SettableClock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeyVaultTest {

  private static HubDatabase database;
  private static Keys keys;

  @BeforeAll
  static void open() {
    database = HubDatabase.create();
    keys = new Keys(database, SettableClock.midMonth());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static UUID create(UUID user, String apiKey) {
    return keys.store.create(user, "fake", "key " + UUID.randomUUID(), apiKey).id();
  }

  private static UUID version(UUID key) {
    return (UUID) database.value("select current_version_id from user_api_keys where id = ?", key);
  }

  /** Puts the ciphertext of one version into the row of another. */
  private static void move(UUID from, UUID to) {
    database
        .everything()
        .sql(
            """
            update genhub.key_versions set api_key_encrypted = (
              select api_key_encrypted from genhub.key_versions where id = :from)
            where id = :to
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  @Test
  void aStoredKeyOpens() {
    assertThat(keys.vault.open(version(create(database.user(), "sk-one-1111"))))
        .isEqualTo("sk-one-1111");
  }

  @Test
  void whatIsInFlightKeepsTheKeyThatItWasSubmittedWith() {
    UUID user = database.user();
    UUID key = create(user, "sk-old-1111");
    UUID submittedWith = version(key);

    keys.store.change(
        user, key, new KeyChange(Optional.empty(), Optional.of("sk-new-2222"), Optional.of(false)));
    assertThat(keys.vault.open(submittedWith)).isEqualTo("sk-old-1111");
    assertThat(keys.vault.open(version(key))).isEqualTo("sk-new-2222");

    keys.store.delete(user, key);
    KeyVault afterRestart = new KeyVault(database.workers(), keys.cipher);
    assertThat(afterRestart.open(submittedWith)).isEqualTo("sk-old-1111");
  }

  @Test
  void aCiphertextInAnotherRowOpensForNobody() {
    UUID user = database.user();
    UUID victims = version(create(database.user(), "sk-victim-1"));
    UUID mine = version(create(user, "sk-mine-1111"));
    UUID myOther = version(create(user, "sk-mine-2222"));

    move(victims, mine);
    assertDoesNotOpen(mine);
    move(myOther, mine);
    assertDoesNotOpen(mine);
  }

  private static void assertDoesNotOpen(UUID version) {
    assertThatThrownBy(() -> keys.vault.open(version))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another master key, or another row's ciphertext");
  }

  @Test
  void underAnotherMasterKeyNothingOpensAndTheMessageSaysWhy() {
    UUID version = version(create(database.user(), "sk-one-1111"));
    KeyVault other =
        new KeyVault(database.workers(), new KeyCipher(MasterKey.of(MasterKey.generate())));

    assertThatThrownBy(() -> other.open(version))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another master key")
        .hasMessageNotContaining("sk-one");
  }

  @Test
  void aVersionThatIsNotThereIsSaidToBeSo() {
    UUID nothing = UUID.randomUUID();

    assertThatThrownBy(() -> keys.vault.open(nothing))
        .hasMessage("there is no key version " + nothing);
  }
}
