package dev.genhub.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ProviderAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginRuntimeTest {

  @TempDir Path folder;

  private static final PluginLimits LIMITS =
      new PluginLimits(Duration.ofMillis(300), Duration.ofSeconds(2));

  private final List<LoadedPlugin> loaded = new ArrayList<>();
  private PluginRuntime runtime;

  @AfterEach
  void close() {
    loaded.forEach(LoadedPlugin::close);
    if (runtime != null) {
      runtime.close();
    }
  }

  private List<InstalledPlugin> start() {
    return start(Map.of());
  }

  private List<InstalledPlugin> start(Map<String, String> settings) {
    return start(settings, TrustedSigners.anybody());
  }

  private List<InstalledPlugin> start(Map<String, String> settings, TrustedSigners signers) {
    runtime =
        new PluginRuntime(
            new PluginSettings(name -> Optional.ofNullable(settings.get(name))),
            signers,
            LIMITS,
            Clock.systemUTC());
    for (Path jar : jars()) {
      loaded.add(runtime.load(jar));
    }
    return loaded.stream().map(LoadedPlugin::plugin).toList();
  }

  private List<Path> jars() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
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
  void theJarInTheFolderMayBeOverwrittenAndDeletedWhileItIsLoaded() throws IOException {
    Path jar =
        PluginJar.of("acme-one")
            .in(
                "quote",
                "class Late { Price none() { return null; } } if (true) return new Late().none();")
            .into(folder, "a.jar");
    InstalledPlugin plugin = startOnly();

    Files.write(jar, new byte[(int) Files.size(jar)]);
    assertThat(quote(plugin)).isEqualTo("it answered null");
    Files.delete(jar);

    assertThat(adapter(plugin).models()).hasSize(1);
  }

  @Test
  void twoVersionsOfAPluginAreLoadedAtOnce() {
    PluginJar.of("acme-one").into(folder, "a.jar");
    PluginJar.of("acme-one").manifest("Plugin-Version", "2.0.0").into(folder, "b.jar");

    assertThat(start())
        .extracting(InstalledPlugin::version, InstalledPlugin::state)
        .containsExactly(tuple("1.2.3", "started"), tuple("2.0.0", "started"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3, , 1.9.0, true",
    "1.2.3, , 1.0.0, true",
    "1.2.3, , 2.0.0, false",
    "1.2.3, , 11.0.0, false",
    "1.2.3, , 1.2.3-SNAPSHOT, true",
    "2.0.0, >=1.4.0, 1.4.2, true",
    "2.0.0, >=1.4.0, 1.3.9, false",
    "1.3.0, >=1.2.0, 1.1.0, false",
    "spring, , 1.0.0, false",
    "spring, , autumn, false",
    "spring, , spring, true"
  })
  void aVersionTakesOverFromItsMajorVersionOrAsItsManifestSays(
      String version, String range, String other, boolean takesOver) {
    PluginJar.of("acme-one")
        .manifest("Plugin-Version", version)
        .manifest("Plugin-Takes-Over", range)
        .into(folder, "a.jar");

    assertThat(startOnly().takesOver(other)).isEqualTo(takesOver);
  }

  @Test
  void aRangeThatIsNoneFails() {
    PluginJar.of("acme-one").manifest("Plugin-Takes-Over", "all of them!").into(folder, "a.jar");

    assertFails(
        "acme-one",
        "Plugin-Takes-Over is 'all of them!'; it must be a range such as >=1.0.0 & <3.0.0");
  }

  @Test
  void aPluginThatDoesNotComeToAnEndOfItsStartFailsInTime() {
    PluginJar.of("acme-one")
        .in(
            "constructor",
            "for (long end = System.nanoTime() + 4_000_000_000L; System.nanoTime() < end; ) { }")
        .into(folder, "a.jar");

    assertFails("acme-one", "does not start: it gave no answer within 2000 ms");
  }

  /** What goes wrong inside a call, and what the caller is told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "throw new IllegalStateException(\"secret\");        | it threw IllegalStateException",
        "throw new NoClassDefFoundError(\"x\");             | it threw NoClassDefFoundError",
        "return quote(request);                             | it threw StackOverflowError",
        "return Price.ofUsd(new java.math.BigDecimal(new byte[Integer.MAX_VALUE].length));"
            + "                                             | it threw OutOfMemoryError",
        "return null;                                       | it answered null",
        "try { Thread.sleep(60_000); } catch (InterruptedException e) { } return null;"
            + "                                             | it gave no answer within 300 ms",
        "return Price.ofUsd(new java.math.BigDecimal(\"1e1000000000\"));"
            + " | its answer has a number of credits of 1000000001, 40 is the most"
      })
  void whateverACallDoesItsCallerGoesOn(String code, String reason) {
    PluginJar.of("acme-one").in("quote", "if (true) { " + code + " }").into(folder, "a.jar");
    InstalledPlugin plugin = startOnly();

    assertThat(quote(plugin)).isEqualTo(reason);
    assertThat(plugin.trouble()).isEmpty();
  }

  @Test
  void aPluginWhoseThreadsAllHangFailsAtOnceAndSaysSoUntilTheyEnd() {
    PluginJar.of("acme-one")
        .in(
            "quote",
            "while (Boolean.getBoolean(\"acme.hang\")) { } if (true) return Price.ofUsd(java.math.BigDecimal.ONE);")
        .into(folder, "a.jar");
    InstalledPlugin plugin = startOnly();

    System.setProperty("acme.hang", "true");
    try {
      for (int i = 0; i < PluginThreads.USUAL; i++) {
        assertThat(plugin.trouble()).isEmpty();
        assertThat(quote(plugin)).isEqualTo("it gave no answer within 300 ms");
      }
      assertThat(quote(plugin)).isEqualTo("all its 4 threads hang in calls that do not end");
      assertThat(plugin.state()).isEqualTo("failed");
      assertThat(plugin.trouble()).contains("all its 4 threads hang in calls that do not end");
    } finally {
      System.clearProperty("acme.hang");
    }

    await().untilAsserted(() -> assertThat(plugin.state()).isEqualTo("started"));
    assertThat(adapter(plugin).quote(null).usd()).isEqualByComparingTo("1");
  }

  @Test
  void afterTheUnloadNothingIsLeftOfAPlugin() throws Exception {
    PluginJar.of("acme-one")
        .in(
            "quote",
            "NOTES.set(new CLASS()); if (true) return Price.ofUsd(java.math.BigDecimal.ONE);")
        .into(folder, "a.jar");
    WeakReference<ClassLoader> loader = useAndUnload();

    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(loader.get()).isNull();
            });
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("plugin-acme-one"));
  }

  private WeakReference<ClassLoader> useAndUnload() {
    InstalledPlugin plugin = startOnly();
    assertThat(adapter(plugin).quote(null).usd()).isEqualByComparingTo("1");
    // the loader is known to the plugin's own threads
    ClassLoader loader =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("plugin-acme-one"))
            .map(Thread::getContextClassLoader)
            .findFirst()
            .orElseThrow();
    loaded.forEach(LoadedPlugin::close);
    loaded.clear();
    return new WeakReference<>(loader);
  }

  /** What a caller is told when a plugin cannot quote. */
  private static String quote(InstalledPlugin plugin) {
    ProviderAdapter adapter = plugin.service().orElseThrow().adapter();
    try {
      return adapter.quote(null).toString();
    } catch (PluginCallException told) {
      return told.getMessage();
    }
  }
}
