package dev.genhub.engine.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Keys;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChooseKeyTest {

  private static HubFixture hub;
  private static Keys keys;

  private UUID user;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    keys = new Keys(hub.database, hub.clock);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void newUser() {
    user = hub.user();
  }

  private UUID create(String name) {
    return keys.store.create(user, "fake", name, "sk-0000-" + name).id();
  }

  private ChosenKey choose(Optional<UUID> asked) {
    return keys.choose.choose(user, "fake", asked);
  }

  /** Sends a generation with the key, as far as the engine has a part in it. */
  private void use(ChosenKey key) {
    ClaimedGeneration work = hub.claimed(Order.by(user).key(key.keyId(), key.versionId()));
    hub.dispatch.intend(List.of(work.id()));
  }

  @Test
  void theKeyUsedLeastRecentlyIsChosen() {
    UUID first = create("first");
    UUID second = create("second");
    use(choose(Optional.of(first)));
    hub.clock.advance(Duration.ofSeconds(5));
    use(choose(Optional.of(second)));

    assertThat(leastRecentlyUsed()).isEqualTo(first);

    hub.clock.advance(Duration.ofSeconds(5));
    use(choose(Optional.of(first)));
    assertThat(leastRecentlyUsed()).isEqualTo(second);
  }

  /** As another node sees it, which remembers nothing. */
  private UUID leastRecentlyUsed() {
    return new ChooseKey(hub.database.users()).choose(user, "fake", Optional.empty()).keyId();
  }

  @Test
  void manyAtOnceTakeTurns() {
    UUID first = create("first");
    UUID second = create("second");

    assertThat(
            List.of(
                choose(Optional.empty()).keyId(),
                choose(Optional.empty()).keyId(),
                choose(Optional.empty()).keyId()))
        .containsExactly(first, second, first);
  }

  @Test
  void theKeyThatIsAskedForIsTaken() {
    create("first");
    UUID second = create("second");

    assertThat(choose(Optional.of(second)).keyId()).isEqualTo(second);
  }

  @Test
  void withoutAnActiveKeyTheUserIsToldToAddOne() {
    assertThat(Problems.of(ErrorCode.PROVIDER_KEY_REQUIRED, () -> choose(Optional.empty())))
        .hasMessage("you have no active key for provider 'fake'; POST /v1/keys adds one");

    UUID only = create("only");
    keys.store.change(
        user, only, new KeyChange(Optional.empty(), Optional.empty(), Optional.of(false)));
    Problems.of(ErrorCode.PROVIDER_KEY_REQUIRED, () -> choose(Optional.empty()));
  }

  @Test
  void aKeyThatIsNotTheUsersOrNotActiveOrOfAnotherProviderIsRefused() {
    create("mine");
    UUID others = keys.store.create(hub.user(), "fake", "theirs", "sk-0000-x").id();
    UUID elsewhere = keys.store.create(user, "elsewhere", "mine", "sk-0000-y").id();

    for (UUID unusable : List.of(others, elsewhere, UUID.randomUUID())) {
      assertThat(
              Problems.of(ErrorCode.VALIDATION_FAILED, () -> choose(Optional.of(unusable)))
                  .violations())
          .singleElement()
          .satisfies(
              violation -> {
                assertThat(violation.pointer()).isEqualTo("/keyId");
                assertThat(violation.detail()).contains(unusable.toString(), "'fake'");
              });
    }
  }

  @Test
  void changesOnThisNodeAreSeenAtOnce() {
    UUID first = create("first");
    choose(Optional.empty());
    UUID second = create("second");
    assertThat(choose(Optional.of(second)).keyId()).isEqualTo(second);

    UUID before = choose(Optional.of(first)).versionId();
    keys.store.change(
        user,
        first,
        new KeyChange(Optional.empty(), Optional.of("sk-replaced-1"), Optional.empty()));
    assertThat(choose(Optional.of(first)).versionId()).isNotEqualTo(before);

    keys.store.delete(user, first);
    Problems.of(ErrorCode.VALIDATION_FAILED, () -> choose(Optional.of(first)));
  }

  @Test
  void theUseOfAKeyIsShown() {
    UUID key = create("mine");
    assertThat(keys.store.find(user, key).orElseThrow().lastUsedAt()).isNull();

    use(choose(Optional.of(key)));

    assertThat(keys.store.find(user, key).orElseThrow().lastUsedAt())
        .isEqualTo(hub.clock.instant());
  }

  @Test
  void anIntentIsNotHeldUpByAKeyThatIsGoneOrLocked() throws Exception {
    ChosenKey key = choose(Optional.of(create("mine")));
    ClaimedGeneration work = hub.claimed(Order.by(user).key(key.keyId(), key.versionId()));
    ClaimedGeneration other = hub.claimed(Order.by(user).key(key.keyId(), key.versionId()));
    List<Boolean> whileLocked =
        hub.database
            .users()
            .as(
                user,
                jdbc -> {
                  jdbc.sql("update user_api_keys set api_key_name = 'locked'").update();
                  return hub.dispatch.intend(List.of(work.id()));
                });
    keys.store.delete(user, key.keyId());

    assertThat(whileLocked).containsExactly(true);
    assertThat(hub.dispatch.intend(List.of(other.id()))).containsExactly(true);
  }
}
