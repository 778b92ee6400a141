package dev.genhub.routes.testing;

import dev.genhub.app.GenhubApplication;
import dev.genhub.app.RunningHub;
import dev.genhub.app.settings.HubSettings;
import dev.genhub.app.settings.SettingValues;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.security.TokenIssuer;
import dev.genhub.postgres.testing.TestDatabase;
import dev.genhub.routes.acme.AcmePlugin;
import dev.genhub.routes.acme.FragilePlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * A whole hub with a database, a copy of the routes, and a provider of its own. There is one at a
 * time: Quartz knows the schedulers of a process by their names, and hubs have the same.
 */
public final class TestHub implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static TestHub running;

  private final Path home;
  private final HubSettings settings;
  private final TestDatabase database;
  private final LocalProvider provider;
  private final RunningHub hub;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private TestHub(
      Path home,
      HubSettings settings,
      TestDatabase database,
      LocalProvider provider,
      RunningHub hub) {
    this.home = home;
    this.settings = settings;
    this.database = database;
    this.provider = provider;
    this.hub = hub;
  }

  /** A home with the routes and the plugins, for a hub that is not started yet. */
  public static Path home() throws IOException {
    Path home = Files.createTempDirectory("genhub-routes");
    RouteFiles.copyTo(home.resolve("routes"));
    Path plugins = Files.createDirectory(home.resolve("plugins"));
    PluginJar.write(plugins, "acme-image", AcmePlugin.class);
    PluginJar.write(plugins, "fragile-image", FragilePlugin.class);
    return home;
  }

  /** Starts a hub with further settings. */
  public static TestHub start(Map<String, String> more) throws IOException {
    return start(home(), more);
  }

  /** Starts a hub in a home; ends the one that runs. */
  public static synchronized TestHub start(Path home, Map<String, String> more) throws IOException {
    Awaitility.setDefaultTimeout(PATIENCE);
    if (running != null) {
      running.close();
    }
    TestDatabase database = TestDatabase.create();
    LocalProvider provider = LocalProvider.start();
    HubSettings settings = settings(home, database, provider, more);
    running = new TestHub(home, settings, database, provider, GenhubApplication.start(settings));
    return running;
  }

  private static HubSettings settings(
      Path home, TestDatabase database, LocalProvider provider, Map<String, String> more)
      throws IOException {
    int port = freePort();
    Map<String, String> values = new HashMap<>();
    values.put("genhub.http.port", String.valueOf(port));
    values.put("genhub.public-url", "http://127.0.0.1:" + port);
    values.put("genhub.http.workers", "32");
    values.put("genhub.database.url", database.url());
    values.put("genhub.database.user", database.user());
    values.put("genhub.database.password", database.password());
    values.put("genhub.database.pool-size", "8");
    values.put("genhub.providers.acme.base-url", provider.address());
    values.put("genhub.providers.fragile.base-url", provider.address());
    values.put("genhub.providers.novel.base-url", provider.address());
    values.put("genhub.webhooks.allow-private-addresses", "true");
    values.put("genhub.dispatch.lease", "6s");
    values.put("genhub.dispatch.unknown-outcome-timeout", "4s");
    values.putAll(more);
    return HubSettings.read(new SettingValues(home, Map.of(), Map.of(), values));
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  /** The hub itself. */
  public RunningHub hub() {
    return hub;
  }

  /** The provider that its plugins talk to. */
  public LocalProvider provider() {
    return provider;
  }

  /** A file of its routes folder, to be changed. */
  public Path route(String name) {
    return home.resolve("routes").resolve(name);
  }

  /** A file of its plugins folder. */
  public Path plugin(String name) {
    return home.resolve("plugins").resolve(name);
  }

  /** A user whom nobody has seen before. */
  public TestUser user() {
    return user(false);
  }

  /** An admin whom nobody has seen before. */
  public TestUser admin() {
    return user(true);
  }

  private TestUser user(boolean admin) {
    Caller caller = new Caller(UUID.randomUUID(), admin);
    return new TestUser(
        this,
        new TokenIssuer(settings.tokens(), Clock.systemUTC()).issue(caller, Duration.ofHours(1)));
  }

  /** Calls it; headers are names and values in turn. */
  public Reply call(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hub.address() + path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty() && !String.join(" ", headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return answer(request.build());
  }

  /** Posts a body of any kind; headers are names and values in turn. */
  Reply send(String path, BodyPublisher body, String... headers) {
    return answer(
        HttpRequest.newBuilder(URI.create(hub.address() + path))
            .timeout(PATIENCE)
            .POST(body)
            .headers(headers)
            .build());
  }

  private Reply answer(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** One value out of the database, as text. */
  public String value(String sql) {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getObject(1)) : "";
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Whether it has not been ended. */
  boolean runs() {
    synchronized (TestHub.class) {
      return running == this;
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (TestHub.class) {
      if (running != this) {
        return;
      }
      running = null;
    }
    hub.close();
    provider.close();
  }
}
