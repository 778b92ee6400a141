package dev.genhub.simulator.kie.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.kie.SunoModes;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.task.Snapshot;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Suno's tracks: camel case in records, snake case (but for one field) in callbacks. */
final class SunoTracks {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private SunoTracks() {}

  static ArrayNode camelCase(Snapshot task, int count) {
    ArrayNode tracks = JsonNodeFactory.instance.arrayNode();
    for (int number = 0; number < count; number++) {
      ObjectNode track = tracks.addObject().put("id", id(task, number));
      track.put("audioUrl", task.fileUrl(number)).put("streamAudioUrl", task.fileUrl(number));
      track.put("imageUrl", task.thumbnailUrl()).put("modelName", model(task));
      track.put("createTime", TIME.format(task.createdAt()));
      describe(track, task);
    }
    return tracks;
  }

  static ArrayNode snakeCase(Snapshot task, int count) {
    ArrayNode tracks = JsonNodeFactory.instance.arrayNode();
    for (int number = 0; number < count; number++) {
      ObjectNode track = tracks.addObject().put("id", id(task, number));
      track.put("audio_url", task.fileUrl(number)).put("stream_audio_url", task.fileUrl(number));
      track.put("image_url", task.thumbnailUrl()).put("model_name", model(task));
      track.put("createTime", task.createdAt().toEpochMilli());
      describe(track, task);
    }
    return tracks;
  }

  private static void describe(ObjectNode track, Snapshot task) {
    Fields request = task.request();
    track.put("prompt", task.prompt()).put("title", request.text("title", task.title()));
    track.put("tags", request.text("style", "simulated"));
    track.put("duration", SunoModes.TRACK_SECONDS);
  }

  private static String id(Snapshot task, int number) {
    return task.id() + "-" + number;
  }

  private static String model(Snapshot task) {
    return task.request().text("model");
  }
}
