package dev.genhub.routes.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Puts jars into the plugins folder of a running hub and takes them away, as an operator would. */
public final class PluginEdits {
  private static final String FILE = "novel.jar";
  private static final String ID = "novel-image";

  private final TestHub hub;
  private final TestUser admin;

  /** Edits the folder of a hub. */
  public PluginEdits(TestHub hub) {
    this.hub = hub;
    this.admin = hub.admin();
  }

  /** Writes the jar of the plugin that comes and goes. */
  public void put(String version, Class<?> plugin) throws IOException {
    put(version, plugin, Map.of());
  }

  /** Writes the jar with further files in it. */
  public void put(String version, Class<?> plugin, Map<String, String> more) throws IOException {
    PluginJar.write(hub.plugin(FILE), ID, version, plugin, more);
  }

  /** The bytes of the jar, to be sent. */
  public static byte[] jar(String version, Class<?> plugin) throws IOException {
    Path jar = Files.createTempFile("novel", ".jar");
    try {
      PluginJar.write(jar, ID, version, plugin, Map.of());
      return Files.readAllBytes(jar);
    } finally {
      Files.delete(jar);
    }
  }

  /** Writes something else than a jar in its place. */
  public void spoil(String text) throws IOException {
    Files.writeString(hub.plugin(FILE), text);
  }

  /** Takes the jar away. */
  public void remove() throws IOException {
    Files.deleteIfExists(hub.plugin(FILE));
    Files.deleteIfExists(hub.plugin(ID + ".jar"));
    Files.deleteIfExists(hub.plugin(ID + ".jar.stopped"));
  }

  /** The row of the plugin in a state, as admins see it. */
  public Optional<JsonNode> row(String state) {
    JsonNode rows = admin.get("/v1/admin/plugins").json().path("data");
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.path("file").asText().equals(FILE) || row.path("id").asText().equals(ID))
        .filter(row -> row.path("state").asText().equals(state))
        .findFirst();
  }

  /** Waits until a version serves. */
  public void awaitServing(String version) {
    await().until(() -> row("started").filter(it -> versionOf(it).equals(version)).isPresent());
  }

  /** Waits until a jar is refused, and says why. */
  public String awaitProblem() {
    return await()
        .until(() -> row("failed"), Optional::isPresent)
        .orElseThrow()
        .path("problem")
        .asText();
  }

  /** Waits until nothing is left of the plugin. */
  public void awaitGone() {
    await()
        .until(
            () ->
                row("started").isEmpty() && row("failed").isEmpty() && row("finishing").isEmpty());
  }

  private static String versionOf(JsonNode row) {
    return row.path("version").asText();
  }
}
