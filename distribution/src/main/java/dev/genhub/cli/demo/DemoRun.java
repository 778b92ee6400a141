package dev.genhub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Makes the three things, or goes on with what an earlier demo left unfinished. */
final class DemoRun {
  private static final Map<String, String> LABELS =
      Map.of("image", "image", "video", "video", "music", "song");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_EVERY_MILLIS = 150;

  private final HubClient hub;
  private final ProgressBoard board;

  DemoRun(HubClient hub, ProgressBoard board) {
    this.hub = hub;
    this.board = board;
  }

  /** The jobs of this run: unfinished ones first of all. */
  List<String> start() throws DemoFailure {
    List<String> ids = new ArrayList<>();
    for (JsonNode unfinished : hub.unsettled()) {
      ids.add(unfinished.path("id").asText());
    }
    if (ids.isEmpty()) {
      for (DemoJob job : DemoJob.all()) {
        ids.add(hub.create(job.request()).path("id").asText());
      }
    }
    return ids;
  }

  /** Follows until all are settled and their files are the hub's own. */
  List<JsonNode> follow(List<String> ids) throws DemoFailure {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      List<JsonNode> generations = new ArrayList<>();
      for (String id : ids) {
        generations.add(hub.get(id));
      }
      board.show(generations.stream().map(DemoRun::line).toList());
      if (generations.stream().allMatch(DemoRun::done)) {
        return generations;
      }
      pause();
    }
    throw new DemoFailure("not finished after " + PATIENCE.toMinutes() + " minutes");
  }

  private static boolean done(JsonNode generation) {
    if (!HubClient.SETTLED.contains(generation.path("status").asText())) {
      return false;
    }
    for (JsonNode result : generation.path("results")) {
      if (!result.path("archived").asBoolean()) {
        return false;
      }
    }
    return true;
  }

  private static ProgressBoard.Line line(JsonNode generation) {
    String error = generation.path("error").path("message").asText("");
    BigDecimal usd = generation.path("cost").path("estimated").path("usd").decimalValue();
    return new ProgressBoard.Line(
        LABELS.get(generation.path("contentType").asText()),
        generation.path("model").asText(),
        generation.path("status").asText(),
        generation.path("progress").asInt(),
        error.isEmpty() ? "$" + usd.setScale(2, RoundingMode.HALF_UP) : error);
  }

  private static void pause() throws DemoFailure {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException stop) {
      throw DemoFailure.interrupted();
    }
  }
}
