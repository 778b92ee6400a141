package dev.genhub.engine.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** One master key, then another, then both at once. */
class MasterKeyChangeTest {

  private static final byte[] PLAIN = "sk-secret".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ROW = "row".getBytes(StandardCharsets.UTF_8);

  private final String oldText = MasterKey.generate();
  private final String newText = MasterKey.generate();
  private final MasterKey oldKey = MasterKey.of(oldText);
  private final MasterKey newKey = MasterKey.of(newText);

  @Test
  void while_it_is_changed_both_keys_are_read_and_the_new_one_seals() throws Exception {
    MasterKey both = newKey.alsoReading(oldText);

    assertThat(both.unseal(oldKey.seal(PLAIN, ROW), ROW)).isEqualTo(PLAIN);
    assertThat(both.unseal(newKey.seal(PLAIN, ROW), ROW)).isEqualTo(PLAIN);
    assertThat(newKey.unseal(both.seal(PLAIN, ROW), ROW)).isEqualTo(PLAIN);
  }

  @Test
  void a_node_that_only_knows_another_key_says_so() throws Exception {
    byte[] sealed = oldKey.seal(PLAIN, ROW);

    assertThatThrownBy(() -> newKey.unseal(sealed, ROW))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessage("it needs another master key");
  }

  @Test
  void what_is_sealed_shows_which_key_it_needs_and_nothing_else() throws Exception {
    String one = Base64.getEncoder().encodeToString(oldKey.seal(PLAIN, ROW));
    String other = Base64.getEncoder().encodeToString(oldKey.seal(PLAIN, ROW));

    assertThat(one).startsWith(oldKey.sealedPrefix()).isNotEqualTo(other);
    assertThat(oldKey.sealedPrefix())
        .hasSize(MasterKey.HEADER_CHARACTERS)
        .isNotEqualTo(newKey.sealedPrefix())
        .isEqualTo(MasterKey.of(" " + oldText + "\n").sealedPrefix());
    assertThat(oldText).doesNotContain(oldKey.fingerprint());
  }

  @Test
  void what_is_cut_short_or_changed_or_moved_does_not_open() throws Exception {
    byte[] sealed = oldKey.seal(PLAIN, ROW);
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;

    for (byte[] broken : new byte[][] {{}, {1}, java.util.Arrays.copyOf(sealed, 20), changed}) {
      assertThatThrownBy(() -> oldKey.unseal(broken, ROW))
          .isInstanceOf(GeneralSecurityException.class);
    }
    assertThatThrownBy(() -> oldKey.unseal(sealed, "other row".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void a_key_of_a_key_management_service_seals_through_its_client() throws Exception {
    MasterKey managed = MasterKey.of(FakeKms.ADDRESS).alsoReading(oldText);

    assertThat(managed.unseal(managed.seal(PLAIN, ROW), ROW)).isEqualTo(PLAIN);
    assertThat(managed.unseal(oldKey.seal(PLAIN, ROW), ROW)).isEqualTo(PLAIN);
  }

  @Test
  void a_service_without_a_client_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> MasterKey.of("aws-kms://arn:aws:kms:eu-central-1:1:key/2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("no client for aws-kms://", "tink-java-awskms");
  }

  @Test
  void a_wrong_text_is_not_repeated() {
    assertThatThrownBy(() -> oldKey.alsoReading("not-a-key"))
        .hasMessageContaining("base64")
        .hasMessageNotContaining("not-a-key");
    assertThatThrownBy(() -> MasterKey.of("c2hvcnQ=")).hasMessageContaining("5 bytes; 32");
  }
}
