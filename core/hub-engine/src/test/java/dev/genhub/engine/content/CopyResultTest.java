package dev.genhub.engine.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.genhub.engine.call.KeyInsertion;
import dev.genhub.engine.testing.MemoryMedia;
import dev.genhub.spi.Credential;
import dev.genhub.spi.HttpCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyResultTest {

  private static final UUID KEY_VERSION = UUID.randomUUID();
  private static final byte[] IMAGE = {1, 2, 3, 4, 5};

  private final MemoryMedia media = new MemoryMedia();
  private final CloseableHttpClient http =
      HttpClients.custom()
          .addRequestInterceptorLast(
              new KeyInsertion(id -> id.equals(KEY_VERSION) ? "the-key" : "another"))
          .build();
  private CopyResult copy = new CopyResult(http, (plugin, file) -> HttpCall.get(file), media);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(0);
    http.close();
  }

  /** What the provider does with a request. */
  private interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private void answer(Answer answer) {
    server.createContext(
        "/result",
        exchange -> {
          answer.give(exchange);
          exchange.close();
        });
  }

  private void answer(int status, String type, byte[] body) {
    answer(
        exchange -> {
          if (type != null) {
            exchange.getResponseHeaders().add("Content-Type", type);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        });
  }

  private CopyResult.Copy copy(String contentType) {
    return copy(
        contentType, URI.create("http://localhost:" + server.getAddress().getPort() + "/result"));
  }

  private CopyResult.Copy copy(String contentType, URI source) {
    return copy.copy(
        new ArchiveStore.Unarchived(
            UUID.randomUUID(),
            UUID.randomUUID(),
            contentType,
            source,
            1,
            "fake",
            Optional.of(KEY_VERSION)));
  }

  private void assertFailed(CopyResult.Copy made) {
    assertThat(made.kept()).isEmpty();
    assertThat(media.files()).isEmpty();
  }

  @Test
  void aResultIsCopied() {
    answer(200, "image/webp", IMAGE);

    CopyResult.Copy made = copy("image");

    assertThat(made.kept().orElseThrow().size()).isEqualTo(5);
    assertThat(made.mimeType()).isEqualTo("image/webp");
    assertThat(media.files().get(made.kept().get().path())).isEqualTo(IMAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "image, IMAGE/PNG; charset=binary, image/png",
    "image, application/octet-stream, image/png",
    "image, , image/png",
    "image, image/svg+xml, image/png",
    "image, video/mp4, image/png",
    "video, video/webm, video/webm",
    "video, binary/octet-stream, video/mp4",
    "music, audio/wav, audio/wav",
    "music, application/octet-stream, audio/mpeg"
  })
  void itIsServedAsAKindThatFits(String contentType, String told, String served) {
    answer(200, told, IMAGE);

    assertThat(copy(contentType).mimeType()).isEqualTo(served);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "text/html; charset=utf-8",
        "application/json",
        "application/xml",
        "text/plain"
      })
  void aPageAboutAnExpiredAddressIsNoResult(String type) {
    answer(200, type, "<html>expired</html>".getBytes(UTF_8));

    assertFailed(copy("image"));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 206, 403, 404, 410, 429, 500, 503})
  void anyOtherAnswerIsAFailureThisTime(int status) {
    answer(status, "image/png", status == 204 ? new byte[0] : IMAGE);

    assertFailed(copy("image"));
  }

  @Test
  void nothingIsNoResult() {
    answer(exchange -> exchange.sendResponseHeaders(200, -1));

    assertFailed(copy("image"));
  }

  @Test
  void aFileThatBreaksOffIsNotKept() {
    answer(
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(IMAGE);
        });

    assertFailed(copy("image"));
  }

  @Test
  void aRedirectIsFollowed() {
    answer(
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/moved");
          exchange.sendResponseHeaders(302, -1);
        });
    server.createContext(
        "/moved",
        exchange -> {
          exchange.sendResponseHeaders(200, IMAGE.length);
          exchange.getResponseBody().write(IMAGE);
          exchange.close();
        });

    assertThat(copy("image").kept()).isPresent();
  }

  @Test
  void anAddressWhereNobodyListensIsAFailureThisTime() {
    int port = server.getAddress().getPort();
    server.stop(0);

    assertFailed(copy("image", URI.create("http://localhost:" + port + "/result")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/hostname",
        "data:image/png;base64,AAAA",
        "ftp://a.test/1",
        "no-scheme"
      })
  void onlyWhatIsFetchedByHttpIsFetched(String source) {
    assertFailed(copy("image", URI.create(source)));
  }

  @Test
  void aStorageThatTakesNothingIsAFailureThisTime() {
    answer(200, "image/png", IMAGE);
    media.full(true);

    assertFailed(copy("image"));
  }

  /** Files that the provider gives to the account only that made them. */
  private List<String> keysAt(HttpServer provider, String path, String location) {
    List<String> keys = new ArrayList<>();
    provider.createContext(
        path,
        exchange -> {
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("x-api-key")));
          if (location.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, IMAGE.length);
            exchange.getResponseBody().write(IMAGE);
          } else {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
          }
          exchange.close();
        });
    return keys;
  }

  private CopyResult.Copy copyWithKey(String path) {
    copy =
        new CopyResult(
            http,
            (plugin, file) ->
                HttpCall.get(file).withCredential(new Credential.KeyHeader("x-api-key", "")),
            media);
    return copy("image", URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }

  @Test
  void a_file_that_needs_the_key_is_fetched_with_it() {
    List<String> keys = keysAt(server, "/private", "");

    assertThat(copyWithKey("/private").kept()).isPresent();
    assertThat(keys).containsExactly("the-key");
  }

  @Test
  void the_key_goes_along_within_its_origin() {
    List<String> first = keysAt(server, "/private", "/moved");
    List<String> second = keysAt(server, "/moved", "");

    assertThat(copyWithKey("/private").kept()).isPresent();
    assertThat(first).containsExactly("the-key");
    assertThat(second).containsExactly("the-key");
  }

  @Test
  void the_key_stays_behind_when_the_file_is_elsewhere() throws IOException {
    HttpServer elsewhere =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.start();
    List<String> keys = keysAt(elsewhere, "/file", "");
    keysAt(server, "/private", "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/file");

    assertThat(copyWithKey("/private").kept()).isPresent();
    assertThat(keys).containsExactly("null");
    elsewhere.stop(0);
  }

  @Test
  void a_circle_of_redirects_ends() {
    keysAt(server, "/private", "/private");

    assertFailed(copyWithKey("/private"));
  }
}
