package dev.genhub.engine.content;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.testing.AtOnce;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileMediaStoreTest {

  private static final long ENOUGH = 1_000_000;

  @TempDir Path folder;

  private Path root;
  private FileMediaStore media;

  @BeforeEach
  void open() {
    root = folder.resolve("media");
    media = new FileMediaStore(root);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(US_ASCII));
  }

  private String read(String path, long from, long length) throws IOException {
    try (InputStream in = media.open(path, from, length)) {
      return new String(in.readAllBytes(), US_ASCII);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aCopyIsKeptAndRead() throws IOException {
    UUID content = UUID.fromString("01a20dba-e157-7b14-8978-ba58df97bcaf");

    MediaStore.Kept kept = media.keep(content, bytes("0123456789"), ENOUGH);

    assertThat(kept).isEqualTo(new MediaStore.Kept("af/" + content, 10));
    assertThat(read(kept.path(), 0, 10)).isEqualTo("0123456789");
    assertThat(media.locate(kept.path())).exists();
  }

  @Test
  void aPartIsReadAndNoMore() throws IOException {
    String path = media.keep(UUID.randomUUID(), bytes("0123456789"), ENOUGH).path();

    assertThat(read(path, 3, 4)).isEqualTo("3456");
    assertThat(read(path, 8, 100)).isEqualTo("89");
    assertThat(read(path, 10, 0)).isEmpty();
    try (InputStream in = media.open(path, 9, 1)) {
      assertThat(in.read()).isEqualTo('9');
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void whatIsTooLargeLeavesNothingBehind() throws IOException {
    assertThatThrownBy(() -> media.keep(UUID.randomUUID(), bytes("0123456789"), 9))
        .isInstanceOf(IOException.class)
        .hasMessage("the file is larger than 9 bytes");
    assertThat(files()).isEmpty();
    media.keep(UUID.randomUUID(), bytes("0123456789"), 10);
  }

  @Test
  void whatBreaksOffLeavesNothingBehindAndTheEarlierCopyStays() throws IOException {
    UUID content = UUID.randomUUID();
    String path = media.keep(content, bytes("first"), ENOUGH).path();
    InputStream breaking =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("the connection is gone");
            }
            return 'x';
          }
        };

    assertThatThrownBy(() -> media.keep(content, breaking, ENOUGH))
        .hasMessage("the connection is gone");
    assertThat(files()).hasSize(1);
    assertThat(read(path, 0, 5)).isEqualTo("first");
  }

  @Test
  void whoeverReadsMeanwhileSeesAWholeCopy() throws Exception {
    UUID content = UUID.randomUUID();
    String path = media.keep(content, bytes("a".repeat(50_000)), ENOUGH).path();

    List<Boolean> whole =
        AtOnce.call(
            4,
            () -> {
              boolean all = true;
              for (int i = 0; i < 20; i++) {
                media.keep(content, bytes((i % 2 == 0 ? "b" : "a").repeat(50_000)), ENOUGH);
                String seen = read(path, 0, ENOUGH);
                all &= seen.length() == 50_000 && seen.chars().distinct().count() == 1;
              }
              return all;
            });

    assertThat(whole).containsOnly(true);
    assertThat(files()).hasSize(1);
  }

  @Test
  void aDeletedCopyIsGoneAndMayBeDeletedAgain() throws IOException {
    String path = media.keep(UUID.randomUUID(), bytes("x"), ENOUGH).path();

    media.delete(path);
    media.delete(path);

    assertThat(files()).isEmpty();
    assertThatThrownBy(() -> media.open(path, 0, 1)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret", "af/../../secret", "/etc/hostname", "..", "a/../../media2/x"})
  void nothingOutsideTheFolderIsTouched(String path) throws IOException {
    Files.writeString(folder.resolve("secret"), "secret");

    assertThatThrownBy(() -> media.open(path, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + path + "' is outside the media folder");
    assertThatThrownBy(() -> media.delete(path)).isInstanceOf(IllegalArgumentException.class);
    assertThat(folder.resolve("secret")).hasContent("secret");
  }
}
