package dev.genhub.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.genhub.spi.HttpCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;

/** A provider that stays silent, on a real connection. */
class AnswerTimeTest {

  @Test
  void aProviderThatStaysSilentForLongerThanTheCallAllowsIsGivenUp() throws IOException {
    CountDownLatch answer = new CountDownLatch(1);
    AtomicReference<List<String>> seen = new AtomicReference<>(List.of());
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer provider =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.setExecutor(threads);
    provider.createContext(
        "/",
        exchange -> {
          seen.set(exchange.getRequestHeaders().getOrDefault(AnswerTime.HEADER, List.of()));
          await(answer);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    provider.start();
    URI address = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/");
    try (CloseableHttpClient client =
        HttpClients.custom()
            .disableAutomaticRetries()
            .addRequestInterceptorLast(new AnswerTime())
            .build()) {
      HttpGet impatient = new HttpGet(address);
      impatient.setHeader(AnswerTime.HEADER, "50");

      assertThatThrownBy(() -> client.execute(impatient, response -> response.getCode()))
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(seen.get()).as("the hub's own header stays in the hub").isEmpty();

      answer.countDown();
      HttpGet patient = new HttpGet(address);
      patient.setHeader(AnswerTime.HEADER, "60000");
      assertThat(client.<Integer>execute(patient, response -> response.getCode())).isEqualTo(204);
    } finally {
      answer.countDown();
      provider.stop(0);
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void noCallIsWaitedForBeyondTenMinutes() {
    HttpCall call = HttpCall.get(URI.create("https://fake.test/"));

    assertThat(AnswerTime.header(call)).isEmpty();
    assertThat(AnswerTime.header(call.withAnswerWithin(Duration.ofMinutes(3)))).contains("180000");
    assertThat(AnswerTime.header(call.withAnswerWithin(Duration.ofHours(3)))).contains("600000");
  }
}
