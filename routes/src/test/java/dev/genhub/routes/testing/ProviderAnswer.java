package dev.genhub.routes.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** What the provider does with a connection once it has read a request. */
@FunctionalInterface
public interface ProviderAnswer {

  /** Answers on the connection, or does to it what providers do. */
  void give(ProviderRequest request, Socket connection) throws Exception;

  /** A status with a JSON body and further header lines. */
  static ProviderAnswer json(int status, String body, String... headers) {
    return (request, connection) ->
        send(
            connection, status, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** A file. */
  static ProviderAnswer file(String type, byte[] bytes) {
    return (request, connection) -> send(connection, 200, type, bytes);
  }

  /** Ends the connection without a word. */
  static ProviderAnswer reset() {
    return (request, connection) -> {
      connection.setSoLinger(true, 0);
      connection.close();
    };
  }

  /** Promises more than it sends. */
  static ProviderAnswer cutInTheMiddle() {
    return (request, connection) -> {
      write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"id\": \"task");
      connection.close();
    };
  }

  /** Says nothing until the latch opens. */
  static ProviderAnswer silentUntil(CountDownLatch open) {
    return (request, connection) -> open.await();
  }

  /** More than the hub reads. */
  static ProviderAnswer huge(int bytes) {
    return (request, connection) -> {
      byte[] chunk = new byte[64 * 1024];
      Arrays.fill(chunk, (byte) ' ');
      write(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + bytes + "\r\n\r\n");
      for (int sent = 0; sent < bytes; sent += chunk.length) {
        connection.getOutputStream().write(chunk, 0, Math.min(chunk.length, bytes - sent));
      }
    };
  }

  private static void send(
      Socket connection, int status, String type, byte[] body, String... headers)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    head.append("Content-Type: ").append(type).append("\r\n");
    head.append("Content-Length: ").append(body.length).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    write(connection, head.append("\r\n").toString());
    OutputStream out = connection.getOutputStream();
    out.write(body);
    out.flush();
  }

  private static void write(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    connection.getOutputStream().flush();
  }
}
