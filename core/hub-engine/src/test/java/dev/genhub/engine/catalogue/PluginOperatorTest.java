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
import java.nio.charset.StandardCharsets;
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

/** What an operator asks for is in effect at once, in the folder and in the catalogue alike. */
class PluginOperatorTest {

  @TempDir Path folder;
  @TempDir Path elsewhere;

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
                new PluginSettings(this::setting),
                TrustedSigners.anybody(),
                PluginLimits.usual(),
                clock),
            service -> {},
            new FinishingPlugins(plugins -> underWay, Duration.ofHours(1), clock));
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private Optional<String> setting(String name) {
    try {
      return name.equals("genhub.providers.acme.base-url") && Files.exists(address())
          ? Optional.of(Files.readString(address()))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private Path address() {
    return elsewhere.resolve("address");
  }

  private byte[] jar(PluginJar jar, String version) throws IOException {
    jar.manifest("Plugin-Version", version).into(elsewhere, "any.jar");
    return Files.readAllBytes(elsewhere.resolve("any.jar"));
  }

  private PluginChange install(PluginJar jar, String version) throws IOException {
    return catalogue.operator().install(jar(jar, version));
  }

  private void openRoutes() {
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

  private static String why(PluginChange change) {
    return ((PluginChange.Refused) change).why();
  }

  private List<Tuple> rows() {
    return catalogue.current().plugins().stream()
        .map(it -> tuple(it.id(), it.version(), it.state()))
        .toList();
  }

  private List<String> models() {
    return catalogue.current().models().stream().map(CatalogueModel::qualifiedId).toList();
  }

  private static ModelReference work(String plugin) {
    return new ModelReference(plugin, Optional.of("1.0.0"), "acme", "model of " + plugin);
  }

  private void later() {
    clock.advance(Duration.ofSeconds(3));
    catalogue.advance();
  }

  @Test
  void anInstalledJarServesAtOnceAndIsNotLoadedAgainByTheWatch() throws IOException {
    PluginChange done = install(PluginJar.of("one"), "1.0.0");
    InstalledPlugin serving = ((PluginChange.Done) done).plugin();
    catalogue.follow(Set.of("one.jar"));

    assertThat(models()).containsExactly("acme/model of one");
    assertThat(catalogue.current().plugins()).singleElement().isSameAs(serving);
    assertThat(catalogue.current().finishing()).isEmpty();
    assertThat(((PluginChange.Done) done).sha256()).matches("[0-9a-f]{64}");
    assertThat(folder.toFile().list()).containsExactly("one.jar");
  }

  @Test
  void aJarThatIsGoneBeforeTheWatchHasSeenItServesNoLonger() throws IOException {
    install(PluginJar.of("one"), "1.0.0");
    Files.delete(folder.resolve("one.jar"));

    catalogue.advance();

    assertThat(rows()).isEmpty();
    assertThat(models()).isEmpty();
  }

  @Test
  void aJarReplacesThatOfItsIdWhateverItsFileIsCalled() throws IOException {
    PluginJar.of("one").into(folder, "first.jar");
    catalogue.follow(Set.of("first.jar"));

    install(PluginJar.of("one"), "1.1.0");
    catalogue.follow(Set.of("first.jar", "one.jar"));

    assertThat(rows()).containsExactly(tuple("one", "1.1.0", "started"));
    assertThat(folder.toFile().list()).containsExactly("one.jar");
  }

  @Test
  void aJarThatCannotBeUsedLeavesTheFolderAndWhatServes() throws IOException {
    openRoutes();
    install(PluginJar.of("one"), "1.0.0");
    byte[] before = Files.readAllBytes(folder.resolve("one.jar"));

    assertThat(why(catalogue.operator().install("no".getBytes(StandardCharsets.UTF_8))))
        .startsWith("is no plugin jar: ");
    assertThat(why(install(PluginJar.of("one").in("constructor", "int x = 1 / 0;"), "1.1.0")))
        .isEqualTo("acme.Acme cannot be made: / by zero");
    assertThat(why(install(PluginJar.of("two").model("model of one"), "1.0.0")))
        .isEqualTo("model 'acme/model of one' is served by plugin 'one' already");
    assertThat(
            why(install(PluginJar.of("one").with("routes/broken.camel.yaml", "- route:"), "1.2.0")))
        .startsWith("its routes cannot be used: ");
    assertThat(why(install(PluginJar.of("one").manifest("Plugin-Id", "../one"), "1.0.0")))
        .startsWith("has the Plugin-Id '../one'");

    assertThat(rows()).containsExactly(tuple("one", "1.0.0", "started"));
    assertThat(folder.toFile().list()).containsExactly("one.jar");
    assertThat(folder.resolve("one.jar")).hasBinaryContent(before);
  }

  @Test
  void aJarOfAnotherPluginIsNotWrittenOver() throws IOException {
    PluginJar.of("other").into(folder, "one.jar");
    catalogue.follow(Set.of("one.jar"));

    assertThat(install(PluginJar.of("one"), "1.0.0"))
        .isEqualTo(new PluginChange.OutOfPlace("one.jar holds the plugin 'other'"));
    assertThat(models()).containsExactly("acme/model of other");
  }

  @Test
  void aStoppedPluginTakesNothingNewAndFinishesAlsoAfterARestart() throws IOException {
    openRoutes();
    install(PluginJar.of("one"), "1.0.0");
    underWay.add(work("one"));

    catalogue.operator().stop("one");
    later();
    assertThat(rows()).containsExactly(tuple("one", "1.0.0", "stopped"));
    assertThat(models()).isEmpty();
    assertThat(catalogue.current().finisher(work("one"))).isPresent();

    catalogue.close();
    open();
    catalogue.follow(Set.of("one.jar"));
    routes.clear();
    openRoutes();
    later();
    assertThat(rows()).containsExactly(tuple("one", "1.0.0", "stopped"));
    assertThat(models()).isEmpty();
    assertThat(catalogue.current().finisher(work("one"))).isPresent();

    underWay.clear();
    later();
    assertThat(catalogue.current().loadedPlugins()).isEmpty();
    assertThat(routes).containsExactly("open one", "close one");
  }

  @Test
  void aPluginIsStartedByTheOperatorOrByTakingItsMarkAway() throws IOException {
    install(PluginJar.of("one"), "1.0.0");
    catalogue.operator().stop("one");

    assertThat(catalogue.operator().start("one")).isInstanceOf(PluginChange.Done.class);
    assertThat(models()).containsExactly("acme/model of one");

    catalogue.operator().stop("one");
    Files.delete(folder.resolve("one.jar.stopped"));
    catalogue.follow(Set.of("one.jar"));
    assertThat(rows()).containsExactly(tuple("one", "1.0.0", "started"));
  }

  @Test
  void aStoppedPluginWhoseModelsAnotherServesStaysStopped() throws IOException {
    install(PluginJar.of("one"), "1.0.0");
    catalogue.operator().stop("one");
    install(PluginJar.of("two").model("model of one"), "1.0.0");

    assertThat(why(catalogue.operator().start("one")))
        .isEqualTo("model 'acme/model of one' is served by plugin 'two' already");
    catalogue.follow(Set.of());

    assertThat(rows())
        .containsExactlyInAnyOrder(
            tuple("one", "1.0.0", "stopped"), tuple("two", "1.0.0", "started"));
  }

  @Test
  void aReloadedPluginHasItsSettingsAsTheyAreNow() throws IOException {
    install(PluginJar.of("one"), "1.0.0");
    Files.writeString(address(), "https://moved.test");

    catalogue.operator().reload("one");

    assertThat(catalogue.current().models().get(0).spec().pricing().toString())
        .contains("https://moved.test");
    assertThat(rows()).containsExactly(tuple("one", "1.0.0", "started"));
  }

  @Test
  void aReloadThatFailsLeavesWhatServes() throws IOException {
    install(PluginJar.of("one"), "1.0.0");
    Files.writeString(folder.resolve("one.jar"), "half of a jar");

    assertThat(why(catalogue.operator().reload("one"))).startsWith("is no plugin jar: ");

    assertThat(rows()).containsExactly(tuple("one", "1.0.0", "started"));
  }

  @Test
  void whatDoesNotFitTheStateOfAPluginIsSaid() throws IOException {
    install(PluginJar.of("one"), "1.0.0");
    PluginOperator operator = catalogue.operator();

    assertThat(operator.start("one"))
        .isEqualTo(
            new PluginChange.OutOfPlace("it is started; only one that is stopped can be started"));
    operator.stop("one");
    assertThat(operator.stop("one"))
        .isEqualTo(
            new PluginChange.OutOfPlace("it is stopped; only one that serves can be stopped"));
    assertThat(operator.reload("one")).isInstanceOf(PluginChange.OutOfPlace.class);
    assertThat(operator.stop("nobody")).isEqualTo(new PluginChange.NotThere());
  }
}
