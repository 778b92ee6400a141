package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.genhub.app.StartException;
import dev.genhub.routes.testing.TestHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** At the start somebody stands by, so a file that cannot be used is said at once and stops it. */
@Order(Integer.MAX_VALUE)
class StartWithBrokenRoutesTest {

  @Test
  void a_broken_file_stops_the_start_with_one_line_that_names_it() throws IOException {
    Path home = TestHub.home();
    Path file = home.resolve("routes/http/list-keys.camel.yaml");
    Files.writeString(file, Files.readString(file).replace("listKeys", "listKees"));

    Throwable refused = catchThrowable(() -> TestHub.start(home, Map.of()).close());

    assertThat(refused)
        .isInstanceOf(StartException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("listKees");
    assertThat(refused.getMessage()).doesNotContain("\n");
  }
}
