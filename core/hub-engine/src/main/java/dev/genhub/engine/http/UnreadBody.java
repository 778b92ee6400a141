package dev.genhub.engine.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;

/**
 * The body of a request whose route says {@code useBodyHandler: false}. It waits at the client
 * until somebody reads it, who has looked at the head of the request before.
 */
public final class UnreadBody {

  /** Beside the time after which a silent connection is closed. */
  private static final int READ_WITHIN_SECONDS = 120;

  /** The exchange property that holds the request, as messages change on their way. */
  private static final String REQUEST = "genhubUnreadRequest";

  private final HttpServerRequest request;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  private UnreadBody(HttpServerRequest request) {
    this.request = request;
  }

  /** Keeps the request at hand for {@link #of}. */
  static void keep(Exchange exchange, HttpServerRequest request) {
    exchange.setProperty(REQUEST, request);
  }

  /**
   * The body of the request that an exchange began with.
   *
   * @throws IllegalStateException if the route has it read already
   */
  public static UnreadBody of(Exchange exchange) {
    HttpServerRequest request = exchange.getProperty(REQUEST, HttpServerRequest.class);
    if (request == null) {
      throw new IllegalStateException("the route does not say useBodyHandler: false");
    }
    return new UnreadBody(request);
  }

  /**
   * Reads it, waiting for the client.
   *
   * @param largest how many bytes are allowed
   * @throws ApiProblem {@code payload_too_large}, or {@code malformed_request} when it breaks off
   */
  public byte[] read(int largest) {
    requireDeclared(largest);
    if (request.isEnded()) {
      return new byte[0];
    }
    request.exceptionHandler(whole::completeExceptionally);
    request.handler(new Gatherer(largest)::add);
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    request.resume();
    return await();
  }

  /** What announces itself as too large need not be waited for. */
  private void requireDeclared(int largest) {
    String length = request.getHeader("Content-Length");
    if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > largest) {
      throw tooLarge(largest);
    }
  }

  private static ApiProblem tooLarge(int largest) {
    return ApiProblem.of(
        ErrorCode.PAYLOAD_TOO_LARGE,
        "the body is larger than the " + largest + " bytes that are allowed");
  }

  private byte[] await() {
    try {
      return whole.get(READ_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof ApiProblem problem ? problem : brokenOff();
    } catch (TimeoutException slow) {
      throw brokenOff();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw brokenOff();
    }
  }

  private static ApiProblem brokenOff() {
    return ApiProblem.of(
        ErrorCode.MALFORMED_REQUEST,
        "the body does not come to its end within " + READ_WITHIN_SECONDS + " seconds");
  }

  /** Keeps what has come, on the thread of the connection; what is too much is let go. */
  private final class Gatherer {
    private final int largest;
    private Buffer read = Buffer.buffer();

    Gatherer(int largest) {
      this.largest = largest;
      request.endHandler(end -> whole.complete(read.getBytes()));
    }

    void add(Buffer part) {
      if (whole.isDone()) {
        return;
      }
      if ((long) read.length() + part.length() > largest) {
        read = Buffer.buffer();
        whole.completeExceptionally(tooLarge(largest));
      } else {
        read.appendBuffer(part);
      }
    }
  }
}
