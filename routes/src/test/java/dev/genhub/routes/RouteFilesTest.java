package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.routes.testing.RouteFile;
import dev.genhub.routes.testing.RouteFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for route files that can be seen without running them. */
class RouteFilesTest {
  private static final Set<String> COMPONENTS =
      Set.of("platform-http", "direct", "seda", "quartz", "cron", "sql", "http");

  static List<RouteFile> files() {
    return RouteFile.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_holds_one_flow(RouteFile file) {
    assertThat(file.root()).hasSize(1);
    assertThat(file.kind()).isIn("route", "routeTemplate", "routeConfiguration");
  }

  @ParameterizedTest
  @MethodSource("files")
  void its_id_is_its_file_name_and_says_what_it_does(RouteFile file) {
    assertThat(file.id()).matches("[a-z]+(-[a-z0-9]+)+");
    if (file.kind().equals("routeConfiguration")) {
      // the one without an id is everybody's
      assertThat(file.flow().path("id").asText(file.id())).isEqualTo(file.id());
    } else {
      assertThat(file.flow().path("id").asText()).isEqualTo(file.id());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void it_says_what_it_is_for(RouteFile file) {
    String said = file.flow().path("description").asText();
    boolean configuration = file.kind().equals("routeConfiguration");
    String text = configuration ? RouteFiles.read(file.name()) : said;
    assertThat(text).as(file.name()).startsWith(configuration ? "# " : "").isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("files")
  void its_keys_are_in_camel_case_as_others_stop_the_start(RouteFile file) {
    assertThat(keys(file.root())).allMatch(key -> key.matches("[a-z][A-Za-z0-9.]*"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void it_uses_only_components_that_the_hub_has_chosen(RouteFile file) {
    List<String> all = new ArrayList<>(file.targets());
    file.source().ifPresent(all::add);
    assertThat(all).allSatisfy(uri -> assertThat(COMPONENTS).contains(uri.split(":", 2)[0]));
  }

  @ParameterizedTest
  @MethodSource("files")
  void it_holds_no_logic_of_its_own(RouteFile file) {
    assertThat(keys(file.root()))
        .doesNotContain("script", "process", "groovy", "doTry", "loop", "errorHandler");
  }

  @Test
  void ids_are_unique() {
    assertThat(files()).extracting(RouteFile::id).doesNotHaveDuplicates();
  }

  @Test
  void whatever_is_sent_inside_the_hub_is_taken_by_some_route() {
    Set<String> taken =
        files().stream()
            .flatMap(file -> file.source().stream())
            .map(RouteFilesTest::lane)
            .collect(Collectors.toSet());
    List<String> sent =
        files().stream()
            .flatMap(file -> file.targets().stream())
            .filter(uri -> uri.matches("(direct|seda):.*"))
            .map(RouteFilesTest::lane)
            .toList();

    assertThat(sent).isNotEmpty().allSatisfy(uri -> assertThat(taken).contains(uri));
  }

  @Test
  void every_sql_file_is_used_and_every_used_one_is_there() {
    Set<String> used =
        files().stream()
            .flatMap(file -> file.targets().stream())
            .filter(uri -> uri.startsWith("sql:"))
            .map(uri -> uri.replaceFirst("^sql:file:\\{\\{genhub.routes-dir}}/", ""))
            .map(uri -> uri.replaceFirst("\\?.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used).containsExactlyElementsOf(RouteFiles.statements());
  }

  @Test
  void workers_say_what_becomes_of_their_failures() {
    Stream<RouteFile> workers =
        files().stream()
            .filter(
                file ->
                    file.source().filter(it -> it.matches("(quartz|cron|seda):.*")).isPresent());

    assertThat(workers)
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(file.root().findValuesAsText("routeConfigurationId"))
                    .as(file.name())
                    .containsExactly("worker-errors"));
  }

  /** The plugin's part of an address is a parameter on one side and an expression on the other. */
  private static String lane(String uri) {
    return uri.replaceAll("\\{\\{plugin}}|\\$\\{[^}]*plugin}", "*").replaceFirst("\\?.*", "");
  }

  private static Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    node.forEach(child -> keys.addAll(keys(child)));
    return keys;
  }
}
