package dev.genhub.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What a task's record looks like at a time: in the live dialect by family, in the guide's alike.
 */
final class StatusAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;

  StatusAnswers(String base) {
    this.base = base;
  }

  String fileUrl(SimTask task, int number) {
    return base + "/files/" + task.id() + "/" + number + "." + task.extension();
  }

  private ArrayNode urls(SimTask task) {
    ArrayNode urls = JSON.createArrayNode();
    int count = task.family() == Family.MJ && task.video() ? 1 : task.family().results;
    for (int number = 0; number < count; number++) {
      urls.add(fileUrl(task, number));
    }
    return urls;
  }

  ObjectNode live(SimTask task, long now) {
    ObjectNode data = JSON.createObjectNode();
    data.put("taskId", task.id());
    if (task.marks().has("unknown-state")) {
      data.put("successFlag", 9).put("state", "dreaming").put("status", "DREAMING");
      return data;
    }
    return switch (task.family()) {
      case MJ -> midjourney(task, now, data);
      case VEO -> veo(task, now, data);
      case RUNWAY -> runway(task, now, data);
      case SUNO -> suno(task, now, data);
    };
  }

  private ObjectNode midjourney(SimTask task, long now, ObjectNode data) {
    data.put("taskType", task.video() ? "mj_video" : "mj_txt2img");
    data.put("paramJson", task.body());
    data.put("createTime", Instant.ofEpochMilli(task.createdAt()).toString());
    flag(task, now, data);
    if (task.ended(now) && !task.fails()) {
      data.put("completeTime", Instant.ofEpochMilli(task.endsAt()).toString());
      ArrayNode objects = data.putObject("resultInfoJson").putArray("resultUrls");
      urls(task).forEach(url -> objects.addObject().set("resultUrl", url));
    } else {
      data.putNull("completeTime").putNull("resultInfoJson");
    }
    return data;
  }

  private ObjectNode veo(SimTask task, long now, ObjectNode data) {
    data.put("paramJson", task.body()).put("fallbackFlag", false);
    data.put("createTime", task.createdAt());
    flag(task, now, data);
    if (task.ended(now) && !task.fails()) {
      data.put("completeTime", task.endsAt());
      ObjectNode response = data.putObject("response");
      response.put("taskId", task.id()).put("resolution", "720p");
      response.set("resultUrls", urls(task));
      response.putNull("originUrls").putNull("fullResultUrls");
    } else {
      data.putNull("completeTime").putNull("response");
    }
    return data;
  }

  private static void flag(SimTask task, long now, ObjectNode data) {
    if (task.failed(now)) {
      data.put("successFlag", 3).put("errorCode", failCode(task));
      data.put("errorMessage", failMessage(task));
    } else {
      data.put("successFlag", task.ended(now) ? 1 : 0);
      data.putNull("errorCode").put("errorMessage", "");
    }
  }

  private ObjectNode runway(SimTask task, long now, ObjectNode data) {
    data.put("parentTaskId", task.parentId());
    data.putObject("generateParam").put("prompt", task.prompt()).put("expandPrompt", false);
    data.put("expireFlag", 0);
    if (task.failed(now)) {
      data.put("state", "fail").put("failCode", failCode(task)).put("failMsg", failMessage(task));
    } else if (task.ended(now)) {
      data.put("state", "success").put("generateTime", "2026-01-01 00:00:00");
      ObjectNode video = data.putObject("videoInfo");
      video.put("videoId", "v-" + task.id()).put("taskId", task.id());
      video.put("videoUrl", fileUrl(task, 0)).put("imageUrl", thumbnail(task));
    } else {
      double progress = task.progress(now);
      data.put("state", progress < 0.15 ? "wait" : progress < 0.3 ? "queueing" : "generating");
    }
    return data;
  }

  private ObjectNode suno(SimTask task, long now, ObjectNode data) {
    data.put("parentMusicId", "").put("param", task.body()).put("type", "GENERATE");
    data.put("operationType", "generate");
    double progress = task.progress(now);
    if (task.failed(now)) {
      boolean words = task.marks().has("moderation");
      data.put("status", words ? "SENSITIVE_WORD_ERROR" : "GENERATE_AUDIO_FAILED");
      data.put("errorCode", failCode(task)).put("errorMessage", failMessage(task));
      data.putNull("response");
      return data;
    }
    data.putNull("errorCode").putNull("errorMessage");
    String word =
        task.ended(now)
            ? "SUCCESS"
            : progress < 0.35 ? "PENDING" : progress < 0.7 ? "TEXT_SUCCESS" : "FIRST_SUCCESS";
    data.put("status", word);
    int ready = word.equals("SUCCESS") ? 2 : word.equals("FIRST_SUCCESS") ? 1 : 0;
    if (ready == 0) {
      data.putNull("response");
    } else {
      ObjectNode response = data.putObject("response");
      response.put("taskId", task.id());
      response.set("sunoData", tracks(task, ready, false));
    }
    return data;
  }

  ArrayNode tracks(SimTask task, int count, boolean snakeCase) {
    ArrayNode tracks = JSON.createArrayNode();
    for (int number = 0; number < count; number++) {
      ObjectNode track = tracks.addObject();
      track.put("id", "track-" + number + "-" + task.id());
      track.put(snakeCase ? "audio_url" : "audioUrl", fileUrl(task, number));
      track.put(snakeCase ? "image_url" : "imageUrl", thumbnail(task));
      track.put("prompt", task.prompt()).put("title", title(task)).put("tags", "simulated");
      track.put("duration", 6.0).put("createTime", task.createdAt());
    }
    return tracks;
  }

  private static String title(SimTask task) {
    String words = task.prompt().replaceAll("\\[sim:[^\\]]*\\]", "").trim();
    return words.length() <= 40 ? words : words.substring(0, 40);
  }

  String thumbnail(SimTask task) {
    return base + "/files/" + task.id() + "/thumb.png";
  }

  ObjectNode guide(SimTask task, long now) {
    ObjectNode record = JSON.createObjectNode();
    record.put("taskId", task.id());
    record.put("createdAt", Instant.ofEpochMilli(task.createdAt()).toString());
    double progress = task.progress(now);
    if (task.marks().has("unknown-state")) {
      return record.put("status", "dreaming");
    }
    if (task.failed(now)) {
      return record.put("status", "failed").put("errorMessage", failMessage(task));
    }
    if (!task.ended(now)) {
      record.put("status", progress < 0.15 ? "pending" : "processing");
      return record.put("progress", (int) (progress * 100));
    }
    record.put("status", "completed");
    record.put("completedAt", Instant.ofEpochMilli(task.endsAt()).toString());
    switch (task.family()) {
      case MJ -> {
        record.put("taskType", task.video() ? "mj_video" : "mj_txt2img");
        record.putObject("paramJson").put("prompt", task.prompt());
        record.putObject("resultInfoJson").set("resultUrls", urls(task));
      }
      case SUNO -> record.set("tracks", guideTracks(task));
      default -> {
        record.put("videoUrl", fileUrl(task, 0)).put("thumbnailUrl", thumbnail(task));
        record.put("duration", 8).put("resolution", "720p");
      }
    }
    return record;
  }

  private ArrayNode guideTracks(SimTask task) {
    ArrayNode tracks = JSON.createArrayNode();
    for (int number = 0; number < 2; number++) {
      ObjectNode track = tracks.addObject();
      track.put("audioUrl", fileUrl(task, number)).put("title", title(task));
      track.put("duration", 6).put("style", "simulated");
    }
    return tracks;
  }

  /** The callback of the end; null for what the simulator does not call back about. */
  ObjectNode callback(SimTask task, long now, String stage) {
    if (task.guide()) {
      return guide(task, now);
    }
    boolean failed = task.failed(now);
    ObjectNode body = JSON.createObjectNode();
    body.put("code", failed ? (task.family() == Family.MJ ? 500 : 501) : 200);
    body.put("msg", failed ? failMessage(task) : "success");
    ObjectNode data = body.putObject("data");
    switch (task.family()) {
      case MJ -> {
        data.put("taskId", task.id()).put("promptJson", task.body());
        data.set("resultUrls", failed ? JSON.createArrayNode() : urls(task));
      }
      case VEO -> {
        data.put("taskId", task.id()).put("fallbackFlag", false);
        if (!failed) {
          data.putObject("info").put("resolution", "720p").set("resultUrls", urls(task));
        }
      }
      case RUNWAY -> {
        data.put("task_id", task.id()).put("video_id", "v-" + task.id());
        data.put("video_url", failed ? "" : fileUrl(task, 0));
        data.put("image_url", failed ? "" : thumbnail(task));
      }
      default -> {
        data.put("callbackType", failed ? "error" : stage).put("task_id", task.id());
        int count = failed || stage.equals("text") ? 0 : stage.equals("first") ? 1 : 2;
        data.set("data", tracks(task, count, true));
      }
    }
    return body;
  }

  private static int failCode(SimTask task) {
    return task.marks().has("moderation") ? 400 : 500;
  }

  private static String failMessage(SimTask task) {
    return task.marks().has("moderation")
        ? "the prompt breaks the content policy"
        : "generation failed, please try again";
  }
}
