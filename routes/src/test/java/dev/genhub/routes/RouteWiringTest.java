package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.app.HubInside;
import dev.genhub.engine.http.ApiDescription;
import dev.genhub.engine.http.ApiDescription.Operation;
import dev.genhub.routes.testing.RouteFile;
import dev.genhub.routes.testing.SharedHub;
import dev.genhub.routes.testing.TestHub;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the route files fit the verbs, the API's description and the plugins of a running hub. */
@ExtendWith(SharedHub.class)
class RouteWiringTest {

  @Test
  void every_route_runs_and_every_template_runs_once_for_each_plugin(TestHub hub) {
    Set<String> expected = new TreeSet<>();
    for (RouteFile file : RouteFile.all()) {
      switch (file.kind()) {
        case "route" -> expected.add(file.id());
        case "routeTemplate" ->
            expected.addAll(List.of(file.id() + "-acme-image", file.id() + "-fragile-image"));
        default -> assertThat(file.kind()).isEqualTo("routeConfiguration");
      }
    }

    assertThat(HubInside.camel(hub.hub()).getRoutes())
        .extracting(Route::getRouteId)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(HubInside.camel(hub.hub()).getRoutes())
        .allMatch(route -> route.getUptimeMillis() > 0);
  }

  @Test
  void routes_name_every_verb_and_no_other(TestHub hub) {
    Set<String> named =
        RouteFile.all().stream()
            .flatMap(file -> file.beans().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            verbs(hub).map(HubVerb::name).collect(Collectors.toSet()));
  }

  @Test
  void a_verb_has_one_method_that_camel_could_call(TestHub hub) {
    assertThat(verbs(hub))
        .allSatisfy(
            verb -> {
              List<Method> callable =
                  Arrays.stream(verb.object().getClass().getDeclaredMethods())
                      .filter(it -> !it.isSynthetic() && !Modifier.isPrivate(it.getModifiers()))
                      .toList();
              assertThat(callable).as(verb.name()).hasSize(1);
              assertThat(Modifier.isPublic(callable.get(0).getModifiers())).isTrue();
            });
  }

  @Test
  void the_api_is_described_as_it_is_routed() {
    Set<Operation> routed =
        RouteFile.all().stream()
            .filter(file -> file.source().filter(it -> it.startsWith("platform-http:")).isPresent())
            .map(RouteWiringTest::operation)
            .collect(Collectors.toSet());

    assertThat(routed).containsExactlyInAnyOrderElementsOf(ApiDescription.load().operations());
  }

  private static Operation operation(RouteFile file) {
    return new Operation(
        camelCase(file.id()),
        file.from().path("parameters").path("httpMethodRestrict").asText(),
        file.source().orElseThrow().replaceFirst("^platform-http:", "").replaceFirst("\\?.*", ""));
  }

  private static String camelCase(String id) {
    StringBuilder words = new StringBuilder();
    for (String word : id.split("-")) {
      words.append(
          words.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return words.toString();
  }

  private record HubVerb(String name, Object object) {}

  /** All that a route can name, but for the database, which SQL steps name. */
  private static Stream<HubVerb> verbs(TestHub hub) {
    return HubInside.verbs(hub.hub()).entrySet().stream()
        .filter(entry -> !(entry.getValue() instanceof DataSource))
        .map(entry -> new HubVerb(entry.getKey(), entry.getValue()));
  }
}
