package dev.genhub.routes.testing;

import static org.awaitility.Awaitility.await;

import dev.genhub.app.HubInside;
import dev.genhub.app.route.RouteProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Edits the routes folder of a running hub, as an operator would. */
public final class RouteEdits {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String FOLLOW_ME =
      """
      - route:
          id: follow-me
          from:
            uri: direct:follow-me
            steps:
              - bean: { ref: readRequest }
      """;

  private final TestHub hub;

  /** Edits the folder of a hub. */
  public RouteEdits(TestHub hub) {
    this.hub = hub;
  }

  /** Puts a text into a file. */
  public void write(String file, String text) throws IOException {
    Files.writeString(hub.route(file), text);
  }

  /** Replaces a text within a file, which must be there. */
  public void change(String file, String old, String by) throws IOException {
    String text = read(file);
    if (!text.contains(old)) {
      throw new AssertionError(file + " does not hold " + old);
    }
    write(file, text.replace(old, by));
  }

  /** The text of a file. */
  public String read(String file) throws IOException {
    return Files.readString(hub.route(file));
  }

  /** Takes a file away. */
  public void delete(String file) throws IOException {
    Files.delete(hub.route(file));
  }

  /** Moves a file. */
  public void move(String file, String to) throws IOException {
    Path target = hub.route(to);
    Files.createDirectories(target.getParent());
    Files.move(hub.route(file), target);
  }

  /** Makes the folder what the module's is, and waits until the hub has followed. */
  public void restore() throws IOException {
    boolean edited = deleteStrangers();
    for (String name : RouteFiles.all()) {
      String text = RouteFiles.read(name);
      if (!Files.exists(hub.route(name)) || !read(name).equals(text)) {
        write(name, text);
        edited = true;
      }
    }
    if (edited) {
      followed();
    }
    awaitNoProblem();
    await().until(() -> camel().getRoutes().stream().noneMatch(it -> it.getId().contains(".")));
  }

  private boolean deleteStrangers() throws IOException {
    boolean deleted = false;
    try (Stream<Path> files = Files.walk(hub.route(""))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!RouteFiles.all().contains(hub.route("").relativize(file).toString())) {
          Files.delete(file);
          deleted = true;
        }
      }
    }
    return deleted;
  }

  /** Waits until the hub has followed what was written so far: it follows this file no sooner. */
  private void followed() throws IOException {
    write("http/follow-me.camel.yaml", FOLLOW_ME);
    await().until(() -> runs("follow-me"));
    delete("http/follow-me.camel.yaml");
    await().until(() -> !runs("follow-me"));
  }

  private boolean runs(String id) {
    return camel().getRoute(id) != null;
  }

  private CamelContext camel() {
    return HubInside.camel(hub.hub());
  }

  /** Waits until a file is reported not to be in effect. */
  public RouteProblem awaitProblem(String file) {
    return await().atMost(PATIENCE).until(() -> problem(file), Optional::isPresent).orElseThrow();
  }

  /** Waits until no file is reported. */
  public void awaitNoProblem() {
    await().atMost(PATIENCE).until(() -> hub.hub().routeProblems().isEmpty());
  }

  private Optional<RouteProblem> problem(String file) {
    return hub.hub().routeProblems().stream().filter(it -> it.file().equals(file)).findFirst();
  }
}
