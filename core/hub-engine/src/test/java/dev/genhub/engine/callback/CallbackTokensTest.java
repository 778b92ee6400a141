package dev.genhub.engine.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.key.MasterKey;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.HubDatabase;
import dev.genhub.engine.testing.SettableClock;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTokensTest {

  private static final MasterKey MASTER_KEY = MasterKey.of(MasterKey.generate());
  private static final UUID GENERATION = UUID.randomUUID();

  private static HubDatabase database;
  private static CallbackTokens tokens;

  @BeforeAll
  static void open() {
    database = HubDatabase.create();
    tokens = load(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static CallbackTokens load(HubDatabase from) {
    return CallbackTokens.load(from.workers(), MASTER_KEY, SettableClock.midMonth());
  }

  @Test
  void aTokenNamesItsGenerationOnEveryNodeAndAfterARestart() {
    String token = tokens.tokenFor(GENERATION);

    assertThat(tokens.generationOf(token)).contains(GENERATION);
    assertThat(load(database).generationOf(token)).contains(GENERATION);
    assertThat(token).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void nodesThatStartAtOnceAgreeOnTheSecret() throws Exception {
    try (HubDatabase fresh = HubDatabase.create()) {
      assertThat(AtOnce.call(5, () -> load(fresh).tokenFor(GENERATION)))
          .containsOnly(load(fresh).tokenFor(GENERATION));
    }
  }

  @Test
  void noChangedTokenIsKnown() {
    String token = tokens.tokenFor(GENERATION);
    // the last character has bits that mean nothing
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(tokens.generationOf(changed)).as(changed).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void whatIsNoTokenIsNotKnown(String text) {
    assertThat(tokens.generationOf(text)).isEmpty();
  }

  @Test
  void aTokenOfAnotherLengthIsNotKnown() {
    String token = tokens.tokenFor(GENERATION);

    assertThat(tokens.generationOf(token.substring(0, 42))).isEmpty();
    assertThat(tokens.generationOf(token + "A")).isEmpty();
    assertThat(tokens.generationOf(token + token)).isEmpty();
  }

  @Test
  void aTokenOfAnotherHubIsNotKnown() {
    try (HubDatabase other = HubDatabase.create()) {
      assertThat(tokens.generationOf(load(other).tokenFor(GENERATION))).isEmpty();
    }
  }

  @Test
  void anotherMasterKeyIsToldAsWhatItIs() {
    assertThatThrownBy(
            () ->
                CallbackTokens.load(
                    database.workers(),
                    MasterKey.of(MasterKey.generate()),
                    SettableClock.midMonth()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another master key")
        .hasMessageContaining("genhub.master-key");
  }
}
