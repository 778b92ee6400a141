package dev.genhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code genhub run}, as the archive ships it. */
class RunIT {
  private static final String USER = "0190de30-0000-7000-8000-0000000000aa";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "genhub.http.port=http|genhub.http.port is 'http'; it must be a whole number",
        "genhub.htpp.port=8080|'genhub.htpp.port' in the command line is no setting",
        "genhub.polling.factor=0.5|genhub.polling.factor is '0.5'; it must be a number from 1",
        "genhub.dispatch.lease=1s|genhub.dispatch.lease is '1s'; it must be 3s or longer",
        "genhub.public-url=example.org|genhub.public-url is 'example.org'; it must be an http",
        "genhub.master-key=abc|genhub.master-key: the master key",
        "genhub.auth.jwt-secret=short|genhub.auth.jwt-secret is too short",
        "genhub.routes-dir=nowhere|is no folder; there are no routes",
        "genhub.database.url=mysql://x|it must begin with jdbc:postgresql://",
        "genhub.database.url=jdbc:postgresql://127.0.0.1:1/x|cannot be used: ",
      })
  void a_wrong_setting_ends_the_start_with_one_line(String setting, String message) {
    try (CommandRun run =
        Distribution.start(
            folder, "run", "-D", setting, "-D", "genhub.data-dir=" + folder.resolve("data"))) {
      assertThat(run.exitCode()).isNotZero();
      assertThat(run.errorLines()).hasSize(1).first().asString().contains(message);
      DatabaseServers.awaitNone(folder.resolve("data"));
    }
  }

  @Test
  void a_taken_port_ends_the_start_with_one_line_and_leaves_no_server() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        CommandRun run = start(taken.getLocalPort())) {
      assertThat(run.exitCode()).isNotZero();
      assertThat(run.errorLines())
          .hasSize(1)
          .first()
          .asString()
          .contains("port " + taken.getLocalPort() + " on 127.0.0.1 cannot be used");
      DatabaseServers.awaitNone(folder.resolve("data"));
    }
  }

  @Test
  void sigterm_stops_it_within_ten_seconds_and_leaves_no_server() throws Exception {
    try (CommandRun run = start(Distribution.freePort())) {
      run.awaitOutput("Genhub listens on ");
      assertThat(DatabaseServers.on(folder.resolve("data"))).isNotEmpty();

      Instant told = Instant.now();
      run.process().destroy();
      run.exitCode();

      assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(10));
      assertThat(DatabaseServers.on(folder.resolve("data"))).isEmpty();
    }
  }

  @Test
  void a_token_of_the_command_line_opens_the_api() throws Exception {
    int port = Distribution.freePort();
    try (CommandRun run = start(port);
        CommandRun token =
            Distribution.start(folder, "token", "--user", USER, "-D", dataDir(), "--ttl", "5m")) {
      run.awaitOutput("Genhub listens on ");
      assertThat(token.exitCode()).isZero();

      HttpResponse<String> models =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/models"))
                      .header("Authorization", "Bearer " + token.output().trim())
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(models.statusCode()).isEqualTo(200);
      assertThat(models.body()).contains("midjourney-6", "veo3_fast", "V4_5", "runway");
    }
  }

  @Test
  void help_names_every_command() {
    try (CommandRun help = Distribution.start(folder, "--help")) {
      assertThat(help.exitCode()).isZero();
      assertThat(help.output()).contains("demo", "run", "simulator", "token");
    }
  }

  private CommandRun start(int port) {
    return Distribution.start(folder, "run", "-D", "genhub.http.port=" + port, "-D", dataDir());
  }

  private String dataDir() {
    return "genhub.data-dir=" + folder.resolve("data");
  }
}
