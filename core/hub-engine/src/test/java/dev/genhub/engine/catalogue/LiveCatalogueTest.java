package dev.genhub.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.plugin.PluginJar;
import dev.genhub.engine.plugin.PluginLimits;
import dev.genhub.engine.plugin.PluginRuntime;
import dev.genhub.engine.plugin.PluginSettings;
import dev.genhub.engine.plugin.TrustedSigners;
import dev.genhub.engine.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars come, change and go; what is right takes effect, the rest leaves everything as it was. */
class LiveCatalogueTest {

  private static final Duration PATIENCE = Duration.ofHours(1);

  @TempDir Path folder;

  private final SettableClock clock = SettableClock.midMonth();
  private final List<ModelReference> underWay = new ArrayList<>();
  private final List<String> routes = new ArrayList<>();
  private LiveCatalogue catalogue;

  @BeforeEach
  void open() {
    catalogue =
        new LiveCatalogue(
            folder,
            new PluginRuntime(
                new PluginSettings(name -> Optional.empty()),
                TrustedSigners.anybody(),
                PluginLimits.usual(),
                clock),
            service -> {
              if (service.descriptor().providerName().equals("unwanted")) {
                throw new IllegalArgumentException("it is not wanted here");
              }
            },
            new FinishingPlugins(plugins -> underWay, PATIENCE, clock));
    catalogue.open(
        new PluginRoutes() {
          @Override
          public void open(String plugin, Map<String, String> own) {
            if (own.containsKey("broken.camel.yaml")) {
              throw new IllegalArgumentException("broken.camel.yaml is broken");
            }
            routes.add("open " + plugin);
          }

          @Override
          public void close(String plugin) {
            routes.add("close " + plugin);
          }
        });
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private void put(PluginJar jar, String version, String file) {
    jar.manifest("Plugin-Version", version).into(folder, file);
    catalogue.follow(Set.of(file));
  }

  private void remove(String... files) throws IOException {
    for (String file : files) {
      Files.delete(folder.resolve(file));
    }
    catalogue.follow(Set.of(files));
  }

  private List<Tuple> rows() {
    return catalogue.current().plugins().stream()
        .map(it -> tuple(it.id(), it.version(), it.problem().orElse("")))
        .toList();
  }

  private List<String> models() {
    return catalogue.current().models().stream().map(CatalogueModel::qualifiedId).toList();
  }

  private static ModelReference work(String plugin, String version) {
    return new ModelReference(plugin, Optional.of(version), "acme", "model of " + plugin);
  }

  private Optional<String> finisher(String plugin, String version) {
    return catalogue.current().finisher(work(plugin, version)).map(InstalledPlugin::version);
  }

  /** The time that an unneeded plugin is kept for requests that have just looked it up. */
  private void later() {
    clock.advance(Duration.ofSeconds(3));
    catalogue.advance();
  }

  @Test
  void aJarComesAndServes() {
    put(PluginJar.of("one"), "1.0.0", "one.jar");

    assertThat(rows()).containsExactly(tuple("one", "1.0.0", ""));
    assertThat(models()).containsExactly("acme/model of one");
    assertThat(routes).containsExactly("open one");
  }

  @Test
  void aRemovedJarTakesNothingNewAndStaysForWhatItBegan() throws IOException {
    put(PluginJar.of("one"), "1.0.0", "one.jar");
    underWay.add(work("one", "1.0.0"));

    remove("one.jar");
    later();

    assertThat(models()).isEmpty();
    assertThat(catalogue.current().find("model of one", Optional.empty())).isEmpty();
    assertThat(finisher("one", "1.0.0")).contains("1.0.0");
    assertThat(catalogue.current().ablePlugins()).containsExactly("one");
    assertThat(routes).containsExactly("open one");

    underWay.clear();
    later();

    assertThat(finisher("one", "1.0.0")).isEmpty();
    assertThat(catalogue.current().loadedPlugins()).isEmpty();
    assertThat(routes).containsExactly("open one", "close one");
  }

  @Test
  void aRemovedPluginIsKeptNoLongerThanTheEndOfPatience() throws IOException {
    put(PluginJar.of("one"), "1.0.0", "one.jar");
    underWay.add(work("one", "1.0.0"));
    remove("one.jar");

    clock.advance(PATIENCE.plusSeconds(1));
    catalogue.advance();

    assertThat(finisher("one", "1.0.0")).isEmpty();
    assertThat(routes).containsExactly("open one", "close one");
  }

  @Test
  void aJarThatComesBackGoesOnWithWhatItLeft() throws IOException {
    put(PluginJar.of("one"), "1.0.0", "one.jar");
    underWay.add(work("one", "1.0.0"));
    remove("one.jar");
    put(PluginJar.of("one"), "1.0.0", "one.jar");
    later();

    assertThat(catalogue.current().finishing()).isEmpty();
    assertThat(finisher("one", "1.0.0")).contains("1.0.0");
    assertThat(routes).doesNotContain("close one");
  }

  @Test
  void aNewMinorVersionTakesOverEverythingAtOnce() {
    put(PluginJar.of("one"), "1.0.0", "one.jar");
    underWay.add(work("one", "1.0.0"));

    put(PluginJar.of("one"), "1.1.0", "one.jar");
    assertThat(finisher("one", "1.0.0")).contains("1.1.0");
    later();

    assertThat(rows()).containsExactly(tuple("one", "1.1.0", ""));
    assertThat(catalogue.current().finishing()).isEmpty();
    assertThat(routes).doesNotContain("close one");
  }

  @Test
  void aNewMajorVersionLeavesTheOldOneItsWork() {
    put(PluginJar.of("one"), "1.0.0", "one.jar");
    underWay.add(work("one", "1.0.0"));

    put(PluginJar.of("one"), "2.0.0", "one.jar");
    later();

    assertThat(finisher("one", "1.0.0")).contains("1.0.0");
    assertThat(finisher("one", "2.0.0")).contains("2.0.0");
    assertThat(catalogue.current().finisher(work("one", "1.0.0").ofAnyVersion()))
        .map(InstalledPlugin::version)
        .contains("2.0.0");

    underWay.clear();
    later();
    assertThat(finisher("one", "1.0.0")).contains("2.0.0");
    assertThat(catalogue.current().finishing()).isEmpty();
  }

  @Test
  void aMajorVersionThatSaysSoTakesOver() {
    put(PluginJar.of("one"), "1.4.0", "one.jar");

    put(PluginJar.of("one").manifest("Plugin-Takes-Over", ">=1.4.0"), "2.0.0", "one.jar");

    assertThat(finisher("one", "1.4.0")).contains("2.0.0");
  }

  @Test
  void aReplacementThatDoesNotWorkLeavesTheOldOneServing() throws IOException {
    put(PluginJar.of("one"), "1.0.0", "one.jar");

    put(PluginJar.of("one").in("constructor", "int x = 1 / 0;"), "1.1.0", "one.jar");
    assertThat(rows())
        .containsExactly(
            tuple("one", "1.0.0", ""),
            tuple("one", "1.1.0", "acme.Acme cannot be made: / by zero"));

    Files.writeString(folder.resolve("one.jar"), "half of a jar");
    catalogue.follow(Set.of("one.jar"));
    assertThat(rows())
        .containsExactly(
            tuple("one", "1.0.0", ""),
            tuple("one.jar", "", "is no plugin jar: zip END header not found"));
    assertThat(models()).containsExactly("acme/model of one");

    put(PluginJar.of("one"), "1.2.0", "one.jar");
    assertThat(rows()).containsExactly(tuple("one", "1.2.0", ""));
  }

  @Test
  void ofTwoJarsOfOneIdTheFirstServesAndTheOtherOnceItIsGone() throws IOException {
    put(PluginJar.of("one"), "1.0.0", "b.jar");
    put(PluginJar.of("one"), "1.1.0", "a.jar");

    assertThat(rows())
        .containsExactly(
            tuple("one", "1.0.0", ""), tuple("one", "1.1.0", "plugin 'one' is in b.jar already"));

    remove("b.jar");
    assertThat(rows()).containsExactly(tuple("one", "1.1.0", ""));
  }

  @Test
  void aJarUnderAnotherNameReplacesOneThatGoesAtTheSameTime() throws IOException {
    put(PluginJar.of("one"), "1.0.0", "one-1.0.0.jar");
    Files.delete(folder.resolve("one-1.0.0.jar"));
    PluginJar.of("one").manifest("Plugin-Version", "1.1.0").into(folder, "one-1.1.0.jar");

    catalogue.follow(Set.of("one-1.0.0.jar", "one-1.1.0.jar"));

    assertThat(rows()).containsExactly(tuple("one", "1.1.0", ""));
    assertThat(routes).doesNotContain("close one");
  }

  @Test
  void ofTwoPluginsWithOneModelTheOneThatServesGoesOn() {
    put(PluginJar.of("one"), "1.0.0", "b.jar");

    put(PluginJar.of("two").model("model of one"), "1.0.0", "a.jar");

    assertThat(rows())
        .containsExactly(
            tuple("one", "1.0.0", ""),
            tuple("two", "1.0.0", "model 'acme/model of one' is served by plugin 'one' already"));
    assertThat(models()).containsExactly("acme/model of one");
  }

  @Test
  void whatIsNotAdmittedOrHasBrokenRoutesIsRefused() {
    put(PluginJar.of("one").name("\"unwanted\""), "1.0.0", "one.jar");
    put(PluginJar.of("two").with("routes/broken.camel.yaml", "- route:"), "1.0.0", "two.jar");

    assertThat(rows())
        .containsExactly(
            tuple("one", "1.0.0", "it is not wanted here"),
            tuple("two", "1.0.0", "its routes cannot be used: broken.camel.yaml is broken"));
    assertThat(models()).isEmpty();
  }
}
