package dev.genhub.bench.poll;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Threads that read states and do nothing else, with one pooled HttpClient5. */
public final class GetLoop {
  private GetLoop() {}

  /** Reads until the time is up; each thread reads at least once. */
  public static void run(URI provider, int threads, Duration time) throws InterruptedException {
    ExecutorService readers = Executors.newFixedThreadPool(threads);
    try (CloseableHttpClient client = client(threads)) {
      long until = System.nanoTime() + time.toNanos();
      for (int i = 0; i < threads; i++) {
        int reader = i;
        readers.execute(() -> readUntil(until, client, provider, reader));
      }
      readers.shutdown();
      readers.awaitTermination(time.toSeconds() + 10, TimeUnit.SECONDS);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static CloseableHttpClient client(int threads) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(threads)
                .setMaxConnPerRoute(threads)
                .build())
        .disableAutomaticRetries()
        .disableCookieManagement()
        .build();
  }

  private static void readUntil(long until, CloseableHttpClient client, URI provider, int reader) {
    int turn = 0;
    do {
      HttpGet get =
          new HttpGet(provider + StatusStub.MIDJOURNEY + "?taskId=" + reader + "-" + turn++);
      get.setHeader("Authorization", "Bearer bench-key-0123456789");
      try {
        client.execute(get, answer -> EntityUtils.toString(answer.getEntity()));
      } catch (IOException ended) {
        return;
      }
    } while (System.nanoTime() - until < 0);
  }
}
