package dev.genhub.simulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Takes callbacks, and keeps them in the order in which they came. */
public final class CallbackReceiver implements AutoCloseable {

  /** A callback that came. */
  public record Received(JsonNode body, String text, Headers headers) {

    public String header(String name) {
      return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }

    /** The time that KIE.AI signs. */
    public String timestamp() {
      return header("X-Webhook-Timestamp");
    }

    /** KIE.AI's signature. */
    public String signature() {
      return header("X-Webhook-Signature");
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger toRefuse = new AtomicInteger();
  private final AtomicInteger toIgnore = new AtomicInteger();

  public CallbackReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::take);
      server.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(new Received(JSON.readTree(text), text, exchange.getRequestHeaders()));
    if (isOneOf(toIgnore)) {
      return; // it stays open without an answer
    }
    exchange.sendResponseHeaders(isOneOf(toRefuse) ? 500 : 200, -1);
    exchange.close();
  }

  private static boolean isOneOf(AtomicInteger left) {
    return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
  }

  /** Answers HTTP 500 to the next callbacks. */
  public CallbackReceiver refusing(int next) {
    toRefuse.set(next);
    return this;
  }

  /** Takes the next callbacks without ever answering them. */
  public CallbackReceiver silentTo(int next) {
    toIgnore.set(next);
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/callback";
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Waits until so many have come. */
  public List<Received> awaitCount(int count) {
    return Awaitility.await("callbacks")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(this::received, list -> list.size() >= count);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
