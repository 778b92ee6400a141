package dev.genhub.engine.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An address that publishes keys, and may be out of order. */
final class JwksServer implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger reads = new AtomicInteger();
  private volatile List<? extends JWK> keys = List.of();
  private volatile boolean down;

  JwksServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/jwks.json", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
  }

  void publish(JWK... published) {
    keys = List.of(published);
  }

  void breakDown() {
    down = true;
  }

  void recover() {
    down = false;
  }

  int reads() {
    return reads.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    reads.incrementAndGet();
    byte[] body =
        new JWKSet(List.copyOf(keys)).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(down ? 503 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
