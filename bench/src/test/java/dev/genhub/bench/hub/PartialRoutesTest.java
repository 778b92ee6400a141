package dev.genhub.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.bench.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartialRoutesTest {

  @TempDir private Path home;

  @BeforeEach
  void twoRoutesAndAStatement() throws IOException {
    for (String file :
        new String[] {"dispatch/send.camel.yaml", "http/take.camel.yaml", "sql/free.sql"}) {
      Path path = home.resolve("routes").resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
  }

  @Test
  void everythingIsCopiedButTheFlowThatIsLeftOut() {
    try (PartialRoutes routes = PartialRoutes.without(home, "dispatch/send.camel.yaml")) {
      assertThat(routes.folder().resolve("http/take.camel.yaml"))
          .hasContent("http/take.camel.yaml");
      assertThat(routes.folder().resolve("sql/free.sql")).exists();
      assertThat(routes.folder().resolve("dispatch/send.camel.yaml")).doesNotExist();
    }
  }

  @Test
  void theCopyIsDeletedInTheEndAndTheRoutesStay() {
    PartialRoutes routes = PartialRoutes.without(home, "dispatch/send.camel.yaml");
    routes.close();

    assertThat(routes.folder()).doesNotExist();
    assertThat(home.resolve("routes/dispatch/send.camel.yaml")).exists();
  }

  @Test
  void aFlowThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> PartialRoutes.without(home, "dispatch/gone.camel.yaml"))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("dispatch/gone.camel.yaml");
  }
}
