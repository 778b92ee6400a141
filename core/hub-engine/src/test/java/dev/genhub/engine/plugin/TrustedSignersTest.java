package dev.genhub.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars signed as {@code jarsigner} signs them, by keys as {@code keytool} makes them. */
class TrustedSignersTest {

  @TempDir static Path folder;

  private static SigningKey ours;
  private static SigningKey theirs;
  private static Path plain;
  private static Path signed;

  @BeforeAll
  static void sign() throws Exception {
    ours = SigningKey.generate(folder, "ours", "RSA");
    theirs = SigningKey.generate(folder, "theirs", "EC");
    plain = PluginJar.of("acme-one").into(folder, "plain.jar");
    signed = sign(plain, ours, "signed.jar");
  }

  private static Path sign(Path jar, SigningKey key, String name) throws IOException {
    Path signed = folder.resolve(name);
    try (ZipFile in = new ZipFile(jar.toFile());
        OutputStream out = Files.newOutputStream(signed)) {
      new JarSigner.Builder(key.key(), key.path()).build().sign(in, out);
    }
    return signed;
  }

  private static TrustedSigners trusting(Path... files) {
    return TrustedSigners.of(List.of(files));
  }

  @Test
  void aJarSignedByATrustedKeyIsLetInWhetherTheKeyComesInACertificateOrAlone() throws IOException {
    assertThatCode(() -> trusting(ours.certificate(folder)).require(signed))
        .doesNotThrowAnyException();
    assertThatCode(() -> trusting(ours.publicKey(folder)).require(signed))
        .doesNotThrowAnyException();
    Path other = sign(plain, theirs, "by-them.jar");
    assertThatCode(
            () -> trusting(ours.certificate(folder), theirs.publicKey(folder)).require(other))
        .doesNotThrowAnyException();
  }

  @Test
  void withoutKeysEveryJarIsLetIn() {
    assertThatCode(() -> TrustedSigners.anybody().require(plain)).doesNotThrowAnyException();
  }

  @Test
  void aJarThatIsNotSignedIsRefused() {
    assertThatThrownBy(() -> trusting(ours.certificate(folder)).require(plain))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("is not signed (META-INF/extensions.idx)");
  }

  @Test
  void aJarSignedBySomebodyElseIsRefused() {
    assertThatThrownBy(() -> trusting(theirs.certificate(folder)).require(signed))
        .hasMessage("is signed by [CN=ours], whose key is none of genhub.plugins.trusted-keys");
  }

  @Test
  void anEntryThatWasAddedAfterwardsIsRefused() throws IOException {
    Path changed = Files.copy(signed, folder.resolve("added.jar"));
    edit(changed, "acme/More.class", "new");

    assertThatThrownBy(() -> trusting(ours.certificate(folder)).require(changed))
        .hasMessageStartingWith("is not signed (acme/More.class)");
  }

  @Test
  void anEntryThatWasChangedAfterwardsIsRefused() throws IOException {
    Path changed = Files.copy(signed, folder.resolve("changed.jar"));
    edit(changed, "META-INF/extensions.idx", "acme.Other");

    assertThatThrownBy(() -> trusting(ours.certificate(folder)).require(changed))
        .hasMessageStartingWith("has a signature that does not fit: ");
  }

  private static void edit(Path jar, String entry, String text) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      Files.write(zip.getPath(entry), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aFileWithoutAKeyIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("none.pem"), "nothing");

    assertThatThrownBy(() -> trusting(file))
        .hasMessage(file + " has no PEM block CERTIFICATE or PUBLIC KEY");
    assertThatThrownBy(() -> trusting(folder.resolve("missing.pem")))
        .hasMessageContaining("missing.pem");
  }

  @Test
  void theRuntimeRefusesWhatIsNotTrustedAndStartsTheRest() throws IOException {
    try (PluginRuntime runtime =
            new PluginRuntime(
                new PluginSettings(name -> Optional.empty()),
                trusting(ours.certificate(folder)),
                PluginLimits.usual(),
                Clock.systemUTC());
        LoadedPlugin good = runtime.load(signed);
        LoadedPlugin bad = runtime.load(plain)) {
      assertThat(good.plugin().state()).isEqualTo("started");
      assertThat(bad.plugin().state()).isEqualTo("failed");
      assertThat(bad.plugin().id()).isEqualTo("acme-one");
      assertThat(bad.plugin().problem().orElseThrow()).startsWith("is not signed");
    }
  }
}
