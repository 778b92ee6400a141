package dev.genhub.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.SettingSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files among the settings of a plugin, which the hub reads because a plugin must not. */
class PluginSettingsTest {

  private static final String NAME = "genhub.providers.acme.models-file";

  private static final PluginDescriptor ACME =
      new PluginDescriptor(
          "acme",
          "acme",
          "Acme",
          "acme",
          List.of(SettingSpec.optionalFile("models-file", "further models")),
          URI.create("https://docs.acme.test"));

  @TempDir private Path folder;

  private static Optional<String> given(String path) {
    Map<String, String> set = Map.of(NAME, path);
    PluginSettings settings = new PluginSettings(name -> Optional.ofNullable(set.get(name)));
    return settings.plain(ACME).find("models-file");
  }

  @Test
  void anAdapterGetsTheTextOfAFileAndNotItsPath() throws IOException {
    Path file = Files.writeString(folder.resolve("models.json"), "{\"models\": [\"é\"]}");

    assertThat(given(file.toString())).contains("{\"models\": [\"é\"]}");
  }

  @Test
  void aFileThatIsNotSetIsAbsent() {
    assertThat(new PluginSettings(name -> Optional.empty()).plain(ACME).find("models-file"))
        .isEmpty();
    assertThat(given(" ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/there/is/no/such.json", "/"})
  void aFileThatCannotBeReadIsToldByNameAndPath(String path) {
    assertThatThrownBy(() -> given(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(NAME + " is '" + path + "', which is no readable text file");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("large.json"), new byte[1024 * 1024 + 1]);

    assertThatThrownBy(() -> given(file.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(NAME + " is '" + file + "', a file of more than 1048576 bytes");
  }
}
