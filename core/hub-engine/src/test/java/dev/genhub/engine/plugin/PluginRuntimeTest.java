package dev.genhub.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ProviderAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginRuntimeTest {

  @TempDir Path folder;

  private PluginRuntime runtime;

  @AfterEach
  void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  private List<InstalledPlugin> start() {
    return start(Map.of());
  }

  private List<InstalledPlugin> start(Map<String, String> settings) {
    runtime =
        new PluginRuntime(
            folder, new PluginSettings(name -> Optional.ofNullable(settings.get(name))));
    return runtime.start();
  }

  private InstalledPlugin startOnly() {
    List<InstalledPlugin> installed = start();
    assertThat(installed).hasSize(1);
    return installed.get(0);
  }

  private void assertFails(String id, String problem) {
    InstalledPlugin plugin = startOnly();
    assertThat(plugin.state()).isEqualTo("failed");
    assertThat(plugin.id()).isEqualTo(id);
    assertThat(plugin.service()).isEmpty();
    assertThat(plugin.problem().orElseThrow()).isEqualTo(problem);
  }

  private static ProviderAdapter adapter(InstalledPlugin plugin) {
    assertThat(plugin.problem()).isEmpty();
    return plugin.service().orElseThrow().adapter();
  }

  @Test
  void aGoodPluginServesItsModels() {
    PluginJar.of("acme-one").into(folder, "acme-one-1.2.3.jar");

    InstalledPlugin plugin = startOnly();

    assertThat(plugin.state()).isEqualTo("started");
    assertThat(plugin.id()).isEqualTo("acme-one");
    assertThat(plugin.version()).isEqualTo("1.2.3");
    assertThat(plugin.service().orElseThrow().descriptor().provider()).isEqualTo("acme");
    assertThat(adapter(plugin).models())
        .extracting(ModelSpec::id)
        .containsExactly("model of acme-one");
  }

  @Test
  void theAdapterGetsThePlainSettingsAndNoSecret() {
    PluginJar.of("acme-one").into(folder, "a.jar");

    List<InstalledPlugin> installed =
        start(
            Map.of(
                "genhub.providers.acme.base-url", "https://other.test",
                "genhub.providers.acme.hmac-key", "secret",
                "genhub.providers.acme.unknown", "x"));

    assertThat(settings(installed.get(0))).isEqualTo("{base-url=https://other.test}");
  }

  @Test
  void whatIsNotSetIsTheDefault() {
    PluginJar.of("acme-one").into(folder, "a.jar");

    assertThat(settings(startOnly())).isEqualTo("{base-url=https://acme.test}");
  }

  private static String settings(InstalledPlugin plugin) {
    return adapter(plugin).models().get(0).pricing().at("settings").text().orElseThrow();
  }

  @Test
  void aFolderThatIsEmptyOrNotThereHasNoPlugins() throws IOException {
    Files.writeString(folder.resolve("README.txt"), "jars go here");
    assertThat(start()).isEmpty();

    try (PluginRuntime elsewhere =
        new PluginRuntime(folder.resolve("missing"), new PluginSettings(n -> Optional.empty()))) {
      assertThat(elsewhere.start()).isEmpty();
    }
  }

  @Test
  void aFileThatIsNoZipFailsUnderItsFileName() throws IOException {
    Files.writeString(folder.resolve("broken.jar"), "<html>404</html>");

    assertFails("broken.jar", "is no plugin jar: zip END header not found");
  }

  @Test
  void aJarWithoutAPluginIdFails() {
    PluginJar.of("nameless").manifest("Plugin-Id", null).into(folder, "nameless.jar");

    assertFails("nameless.jar", "is no plugin jar: its manifest has no Plugin-Id");
  }

  @Test
  void aJarWithoutAVersionFails() {
    PluginJar.of("ageless").manifest("Plugin-Version", null).into(folder, "ageless.jar");

    assertFails("ageless.jar", "is no plugin jar: its manifest has no Plugin-Version");
  }

  @ParameterizedTest
  @CsvSource({">=2.0.0", "<1.0.0", ">=0.9.0 & <0.10.0"})
  void aPluginForAnotherSpiFailsAndSaysWhichItWants(String range) {
    PluginJar.of("acme-old").manifest("Plugin-Requires", range).into(folder, "a.jar");

    assertFails("acme-old", "requires SPI " + range + ", this hub has 1.0.0");
  }

  @Test
  void aConstructorThatThrowsFails() {
    PluginJar.of("acme-one")
        .in("constructor", "if (true) throw new IllegalStateException(\"no luck\");")
        .into(folder, "a.jar");

    assertFails("acme-one", "acme.Acme cannot be made: no luck");
  }

  @Test
  void aConstructorThatNeverEndsItsRecursionFails() {
    PluginJar.of("acme-one").in("constructor", "new Acme();").into(folder, "a.jar");

    assertFails("acme-one", "acme.Acme cannot be made: StackOverflowError");
  }

  @Test
  void aDescriptorThatThrowsFails() {
    PluginJar.of("acme-one")
        .in("descriptor", "if (true) throw new NullPointerException(\"no descriptor\");")
        .into(folder, "a.jar");

    assertFails("acme-one", "no descriptor");
  }

  @Test
  void aSettingThatTheAdapterRefusesIsToldInItsWords() {
    PluginJar.of("acme-one")
        .in(
            "adapter",
            "if (true) throw new IllegalArgumentException(\"base-url is 'x'; an URL is needed\");")
        .into(folder, "a.jar");

    assertFails("acme-one", "base-url is 'x'; an URL is needed");
  }

  @Test
  void aPluginThatMakesNoAdapterFails() {
    PluginJar.of("acme-one").in("adapter", "if (true) return null;").into(folder, "a.jar");

    assertFails("acme-one", "makes no adapter");
  }

  @Test
  void aPluginThatNeedsAClassThatIsNotThereFails() {
    PluginJar.of("acme-one")
        .in("adapter", "if (true) throw new NoClassDefFoundError(\"acme/Missing\");")
        .into(folder, "a.jar");

    assertFails("acme-one", "acme/Missing");
  }

  @Test
  void aJarHasExactlyOneExtension() {
    PluginJar.of("acme-two").extensions("First", "Second").into(folder, "a.jar");

    assertFails("acme-two", "has 2 ProviderPlugin extensions, one is allowed");
  }

  @Test
  void aJarWithoutAnExtensionFails() {
    PluginJar.of("acme-none").extensions().into(folder, "a.jar");

    assertFails("acme-none", "has 0 ProviderPlugin extensions, one is allowed");
  }

  @Test
  void aPluginThatCallsItselfSomethingElseFails() {
    PluginJar.of("acme-one").callsItself("acme-other").into(folder, "a.jar");

    assertFails("acme-one", "calls itself 'acme-other', its manifest says 'acme-one'");
  }

  @Test
  void ofTwoJarsOfOneIdTheFirstWorks() {
    PluginJar.of("acme-one").into(folder, "a.jar");
    PluginJar.of("acme-one").into(folder, "b.jar");

    List<InstalledPlugin> installed = start();

    assertThat(installed).extracting(InstalledPlugin::state).containsExactly("started", "failed");
    assertThat(installed.get(1).id()).isEqualTo("b.jar");
    assertThat(installed.get(1).problem()).contains("plugin 'acme-one' is in a.jar already");
  }

  @Test
  void brokenJarsDoNotTouchTheOthers() throws IOException {
    PluginJar.of("a-good").into(folder, "a.jar");
    Files.writeString(folder.resolve("b.jar"), "nothing");
    PluginJar.of("c-bad").in("constructor", "int x = 1 / 0;").into(folder, "c.jar");
    PluginJar.of("d-good").into(folder, "d.jar");

    assertThat(start())
        .extracting(InstalledPlugin::state)
        .containsExactly("started", "failed", "failed", "started");
  }

  @ParameterizedTest
  @CsvSource({
    "com.zaxxer.hikari.HikariDataSource, false",
    "com.fasterxml.jackson.databind.ObjectMapper, false",
    "org.apache.camel.CamelContext, false",
    "org.postgresql.Driver, false",
    "com.google.crypto.tink.Aead, false",
    "dev.genhub.engine.key.KeyVault, false",
    "dev.genhub.engine.plugin.PluginRuntime, false",
    "dev.genhub.spi.ProviderPlugin, true",
    "dev.genhub.spi.json.Json, true",
    "org.pf4j.ExtensionPoint, true",
    "org.slf4j.Logger, true",
    "java.util.List, true"
  })
  void aPluginSeesTheSpiAndNothingElseOfTheHub(String className, boolean seen) {
    PluginJar.of("acme-curious").name("see(\"" + className + "\")").into(folder, "a.jar");

    assertThat(startOnly().service().orElseThrow().descriptor().providerName())
        .isEqualTo(String.valueOf(seen));
  }

  @Test
  void aPluginThatBundlesTheSpiUsesTheHubsAllTheSame() {
    PluginJar.of("acme-fat").bundlingTheSpi().into(folder, "a.jar");

    assertThat(adapter(startOnly()).models()).hasSize(1);
  }

  @Test
  void aJarThatWasReplacedIsTakenAtTheNextStart() {
    PluginJar.of("acme-one").into(folder, "a.jar");
    assertThat(startOnly().version()).isEqualTo("1.2.3");
    runtime.close();

    PluginJar.of("acme-one").manifest("Plugin-Version", "1.3.0").into(folder, "a.jar");

    assertThat(startOnly().version()).isEqualTo("1.3.0");
  }
}
