package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DescriptionFilesTest {

  @Test
  void everyFileOfTheFolderIsInTheIndexOnce() throws IOException, URISyntaxException {
    Path folder = Path.of(DescriptionFiles.class.getResource("openapi/index.txt").toURI());
    List<String> there;
    try (Stream<Path> files = Files.list(folder.resolveSibling("."))) {
      there = files.map(file -> file.getFileName().toString()).toList();
    }

    assertThat(DescriptionFiles.names())
        .containsExactlyInAnyOrderElementsOf(
            there.stream().filter(name -> name.endsWith(".json")).toList());
  }
}
