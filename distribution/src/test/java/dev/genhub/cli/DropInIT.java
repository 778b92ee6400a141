package dev.genhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.genhub.cli.hub.Answer;
import dev.genhub.cli.hub.HubUser;
import dev.genhub.cli.hub.PackagedHub;
import dev.genhub.simulator.RunningSimulator;
import dev.genhub.simulator.Simulator;
import dev.genhub.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's jar is dropped into a running hub and taken out again, while others work with it. */
class DropInIT {
  private static final String OPENAI = "openai.jar";
  private static final int EVERY_MILLIS = 50;

  @TempDir Path folder;

  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();

  @Test
  void a_provider_comes_and_goes_and_no_request_fails() throws Exception {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    copy("kie-midjourney.jar", plugins);
    try (RunningSimulator provider =
            Simulator.start(SimulatorOptions.defaults().withDuration(Duration.ofSeconds(1)));
        PackagedHub hub = hub(provider, plugins).start()) {
      HubUser user = HubUser.of(hub);
      user.storeKey("key-of-the-traffic");
      ScheduledExecutorService traffic = steadyTraffic(user);
      awaitTraffic();

      copy(OPENAI, plugins);
      await().atMost(Duration.ofSeconds(30)).until(() -> models(user).contains("gpt-image-2"));
      user.storeKey("openai", "key-for-openai");
      Answer made =
          user.call(
              "POST", "/v1/generations", Map.of("model", "gpt-image-2", "prompt", "dropped in"));
      assertThat(user.settled(made.ok().json().path("id").asText()).path("status").asText())
          .isEqualTo("completed");

      Files.delete(plugins.resolve(OPENAI));
      await().atMost(Duration.ofSeconds(30)).until(() -> !models(user).contains("gpt-image-2"));
      awaitTraffic();

      traffic.shutdown();
      assertThat(traffic.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      assertThat(failures).isEmpty();
    }
  }

  private PackagedHub hub(RunningSimulator provider, Path plugins) {
    return PackagedHub.at(provider, folder)
        .with("genhub.plugins-dir", plugins.toString())
        .with("genhub.providers.openai.base-url", provider.baseUrl() + "/openai/v1");
  }

  private static void copy(String jar, Path plugins) throws IOException {
    Files.copy(Distribution.plugins().resolve(jar), plugins.resolve(jar));
  }

  private static String models(HubUser user) {
    return user.call("GET", "/v1/models", null).body();
  }

  /** Twenty requests a second of the other provider: orders, reads and lists in turn. */
  private ScheduledExecutorService steadyTraffic(HubUser user) {
    ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(8);
    clockwork.scheduleAtFixedRate(
        () -> clockwork.execute(() -> request(user, requests.getAndIncrement())),
        0,
        EVERY_MILLIS,
        TimeUnit.MILLISECONDS);
    return clockwork;
  }

  /** Some more requests come and go. */
  private void awaitTraffic() {
    int before = requests.get();
    await().atMost(Duration.ofSeconds(60)).until(() -> requests.get() >= before + 40);
  }

  private void request(HubUser user, int number) {
    try {
      Answer answer =
          number % 3 == 0
              ? user.call("POST", "/v1/generations", HubUser.image("traffic " + number))
              : user.call("GET", List.of("/v1/models", "/v1/generations").get(number % 2), null);
      if (answer.status() / 100 != 2) {
        failures.add(answer.text());
      }
    } catch (RuntimeException failed) {
      failures.add(failed.toString());
    }
  }
}
