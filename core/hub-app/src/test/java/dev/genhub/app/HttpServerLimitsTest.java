package dev.genhub.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.app.settings.HubSettings;
import dev.genhub.app.settings.SettingValues;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No client ties the server down: neither with size nor with silence. */
class HttpServerLimitsTest {

  @TempDir static Path home;

  private static RunningHub hub;
  private static URI address;

  @BeforeAll
  static void start() throws IOException {
    // the embedded database runs under an account of its own, which must reach its folder
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path plugins = Files.createDirectories(home.resolve("plugins"));
    hub =
        GenhubApplication.start(
            HubSettings.read(
                new SettingValues(
                    home,
                    Map.of(),
                    Map.of(),
                    Map.of(
                        "genhub.http.port", String.valueOf(freePort()),
                        "genhub.http.idle-timeout", "300ms",
                        "genhub.plugins-dir", plugins.toString(),
                        "genhub.routes-dir", Path.of("../../routes").toRealPath().toString()))));
    address = hub.address();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /** Sends bytes as they are, and gives all that comes until the server closes the connection. */
  private static String exchange(String sent) throws IOException {
    try (Socket connection = new Socket(address.getHost(), address.getPort())) {
      connection.setSoTimeout(20_000);
      connection.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aBodyOfMoreThanAMebibyteIsRefusedWithAProblem() throws IOException {
    String head =
        "POST /v1/generations HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n";
    String tooLarge = "x".repeat(1024 * 1024 + 1);

    String read = exchange(head + "Content-Length: " + tooLarge.length() + "\r\n\r\n" + tooLarge);
    String unread = exchange(head + "Content-Length: 3000000\r\n\r\n");

    assertThat(List.of(read, unread))
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"code\":\"payload_too_large\""));
  }

  @Test
  void headersOfMoreThanSixteenKibibytesAreRefused() throws IOException {
    String large = "X: " + "x".repeat(17_000);

    assertThat(exchange("GET /health/live HTTP/1.1\r\nHost: hub\r\n" + large + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void anAddressThatIsTooLongIsRefused() throws IOException {
    String query = "x".repeat(9_000);

    assertThat(exchange("GET /health/live?" + query + " HTTP/1.1\r\nHost: hub\r\n\r\n"))
        .contains(" 414 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /health/li",
        "POST /v1/generations HTTP/1.1\r\nHost: hub\r\nContent-Length: 100\r\n\r\n{"
      })
  void aConnectionOnWhichNothingMovesIsClosed(String beginning) throws IOException {
    assertThat(exchange(beginning)).isEmpty();
  }

  @Test
  void whatNobodyServesIsAnsweredWithAProblem() throws IOException {
    assertThat(exchange("GET /nowhere HTTP/1.1\r\nHost: hub\r\n\r\n"))
        .startsWith("HTTP/1.1 404 ")
        .contains("\"code\":\"not_found\"");
  }
}
