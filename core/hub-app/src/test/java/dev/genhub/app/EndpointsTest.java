package dev.genhub.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.app.Endpoint.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what, as the routes themselves have it. */
class EndpointsTest {

  private static final Path ROUTES = Path.of("../../routes");
  private static final Pattern PATH = Pattern.compile("uri: platform-http:(\\S+)");
  private static final Pattern METHOD = Pattern.compile("httpMethodRestrict: (\\S+)");
  private static final Pattern VERB = Pattern.compile("bean: \\{ ref: (\\w+) }");

  /** The verbs of each route, by {@code METHOD /path}. */
  private static final Map<String, List<String>> VERBS = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files = Files.walk(ROUTES)) {
      files.filter(file -> file.toString().endsWith(".camel.yaml")).forEach(EndpointsTest::read);
    }
  }

  private static void read(Path file) {
    try {
      String route = Files.readString(file);
      Matcher path = PATH.matcher(route);
      Matcher method = METHOD.matcher(route);
      if (path.find() && method.find()) {
        List<String> verbs = VERB.matcher(route).results().map(it -> it.group(1)).toList();
        VERBS.put(method.group(1) + " " + path.group(1), verbs);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Stream<Endpoint> all() {
    return Endpoints.ALL.stream();
  }

  @Test
  void every_route_is_listed_and_every_listed_address_has_a_route() {
    assertThat(Endpoints.ALL)
        .extracting(Endpoint::toString)
        .as("Endpoints.ALL says of every address to whom it is open")
        .containsExactlyInAnyOrderElementsOf(VERBS.keySet());
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_route_asks_who_calls_before_it_does_anything(Endpoint endpoint) {
    List<String> verbs = VERBS.get(endpoint.toString());

    assertThat(verbs).startsWith("readRequest");
    if (endpoint.access() == Access.OPEN) {
      assertThat(verbs).doesNotContain("authenticate");
    } else {
      assertThat(verbs.get(1)).isEqualTo("authenticate");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_is_for_admins_stands_under_admin_and_asks_for_one(Endpoint endpoint) {
    boolean admin = endpoint.access() == Access.ADMIN;

    assertThat(endpoint.path().startsWith("/v1/admin/")).isEqualTo(admin);
    assertThat(VERBS.get(endpoint.toString()).indexOf("requireAdmin")).isEqualTo(admin ? 2 : -1);
  }
}
