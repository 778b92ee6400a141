package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.routes.testing.RouteFile;
import dev.genhub.routes.testing.RouteFiles;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of routes that people read names the routes that there are, as they are called. */
class RouteTableTest {
  private static final Pattern LINE =
      Pattern.compile("^\\| `([a-z-]+)` \\| (.+?) \\| .+ \\| .+ \\|$", Pattern.MULTILINE);

  private static final Map<String, String> TRIGGERS =
      LINE.matcher(RouteFiles.read("README.md"))
          .results()
          .collect(Collectors.toMap(line -> line.group(1), RouteTableTest::trigger));

  private static String trigger(MatchResult line) {
    return line.group(2);
  }

  @Test
  void it_names_every_route_and_no_other() {
    assertThat(TRIGGERS.keySet())
        .containsExactlyInAnyOrderElementsOf(RouteFile.all().stream().map(RouteFile::id).toList());
  }

  @Test
  void it_says_at_which_address_a_route_is_called() {
    assertThat(RouteFile.all())
        .filteredOn(file -> file.source().filter(it -> it.startsWith("platform-http:")).isPresent())
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(TRIGGERS.get(file.id()))
                    .isEqualTo("`" + method(file) + " " + path(file) + "`"));
  }

  private static String method(RouteFile file) {
    return file.from().path("parameters").path("httpMethodRestrict").asText();
  }

  private static String path(RouteFile file) {
    return file.source().orElseThrow().substring("platform-http:".length());
  }
}
