package dev.genhub.engine.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasterKeyTest {

  private final MasterKey key = MasterKey.of(MasterKey.generate());

  @Test
  void whatItSealsItUnsealsWithTheSameAssociatedDataOnly() throws GeneralSecurityException {
    byte[] sealed = key.seal("secret".getBytes(UTF_8), "row 1".getBytes(UTF_8));

    assertThat(key.unseal(sealed, "row 1".getBytes(UTF_8))).isEqualTo("secret".getBytes(UTF_8));
    assertThatThrownBy(() -> key.unseal(sealed, "row 2".getBytes(UTF_8)))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void theTextThatWasSavedMakesTheSameKeyAgain() throws GeneralSecurityException {
    String text = MasterKey.generate();
    byte[] sealed = MasterKey.of(text).seal(new byte[] {1}, new byte[0]);

    assertThat(MasterKey.of(" " + text + "\n").unseal(sealed, new byte[0])).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource({
    "not base64 at all, the master key is not base64",
    "c2hvcnQ=, 'the master key has 5 bytes; 32 are needed, in base64'",
    "'', 'the master key has 0 bytes; 32 are needed, in base64'"
  })
  void anUnusableTextIsRefusedWithoutRepeatingIt(String text, String message) {
    assertThatThrownBy(() -> MasterKey.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
