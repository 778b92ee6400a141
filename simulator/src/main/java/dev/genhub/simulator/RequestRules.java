package dev.genhub.simulator;

import static dev.genhub.simulator.FieldRule.flag;
import static dev.genhub.simulator.FieldRule.number;
import static dev.genhub.simulator.FieldRule.oneOf;
import static dev.genhub.simulator.FieldRule.oneOfNumbers;
import static dev.genhub.simulator.FieldRule.text;
import static dev.genhub.simulator.FieldRule.url;
import static dev.genhub.simulator.FieldRule.urls;
import static dev.genhub.simulator.FieldRule.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What each address takes, strictly: unknown fields, wrong types, ranges, lengths and fields that
 * depend on each other are refused.
 */
final class RequestRules {

  private static final FieldRule CALLBACK = url();

  static final RequestRules MJ_LIVE =
      new RequestRules(
          Map.ofEntries(
              Map.entry(
                  "taskType",
                  oneOf(
                          "mj_txt2img",
                          "mj_img2img",
                          "mj_style_reference",
                          "mj_omni_reference",
                          "mj_video",
                          "mj_video_hd")
                      .must()),
              Map.entry("prompt", text(2000).must()),
              Map.entry("speed", oneOf("relaxed", "fast", "turbo")),
              Map.entry("fileUrls", urls(10)),
              Map.entry("fileUrl", url()),
              Map.entry(
                  "aspectRatio",
                  oneOf(
                      "1:2", "9:16", "2:3", "3:4", "5:6", "6:5", "4:3", "3:2", "1:1", "16:9",
                      "2:1")),
              Map.entry("version", oneOf("7", "6.1", "6", "5.2", "5.1", "niji6")),
              Map.entry("variety", whole(0, 100)),
              Map.entry("stylization", whole(0, 1000)),
              Map.entry("weirdness", whole(0, 3000)),
              Map.entry("ow", whole(1, 1000)),
              Map.entry("videoBatchSize", oneOfNumbers(1, 2, 4)),
              Map.entry("motion", oneOf("high", "low")),
              Map.entry("enableTranslation", flag()),
              Map.entry("waterMark", text(200)),
              Map.entry("callBackUrl", CALLBACK)),
          body ->
              !body.text("taskType").equals("mj_txt2img")
                      && !body.has("fileUrls")
                      && !body.has("fileUrl")
                  ? Optional.of("Please enter fileUrls.")
                  : Optional.empty());

  static final RequestRules MJ_GUIDE =
      new RequestRules(
          Map.ofEntries(
              Map.entry("prompt", text(2000).must()),
              Map.entry("taskType", oneOf("mj_txt2img", "mj_img2img", "mj_video").must()),
              Map.entry("aspectRatio", text(5)),
              Map.entry("stylization", number(0, 1000)),
              Map.entry("speed", oneOf("fast", "quality")),
              Map.entry("model", text(40)),
              Map.entry("imageUrl", url()),
              Map.entry("strength", number(0.1, 1)),
              Map.entry("callBackUrl", CALLBACK)),
          body ->
              body.text("taskType").equals("mj_img2img") && !body.has("imageUrl")
                  ? Optional.of("Please enter imageUrl.")
                  : Optional.empty());

  static final RequestRules VEO_LIVE =
      new RequestRules(
          Map.ofEntries(
              Map.entry("prompt", text(5000).must()),
              Map.entry("model", oneOf("veo3", "veo3_fast", "veo3_lite")),
              Map.entry(
                  "generationType",
                  oneOf("TEXT_2_VIDEO", "FIRST_AND_LAST_FRAMES_2_VIDEO", "REFERENCE_2_VIDEO")),
              Map.entry("imageUrls", urls(3)),
              Map.entry("aspect_ratio", oneOf("16:9", "9:16", "Auto")),
              Map.entry("aspectRatio", oneOf("16:9", "9:16", "Auto")),
              Map.entry("resolution", oneOf("720p", "1080p", "4k")),
              Map.entry("duration", oneOfNumbers(4, 6, 8)),
              Map.entry("enableTranslation", flag()),
              Map.entry("enableFallback", flag()),
              Map.entry("watermark", text(200)),
              Map.entry("callBackUrl", CALLBACK)),
          RequestRules::veoImages);

  static final RequestRules VEO_GUIDE =
      new RequestRules(
          Map.ofEntries(
              Map.entry("prompt", text(5000).must()),
              Map.entry("model", oneOf("veo3", "veo3_fast").must()),
              Map.entry("aspectRatio", oneOf("16:9", "9:16", "1:1")),
              Map.entry("imageUrls", urls(3)),
              Map.entry("watermark", text(200)),
              Map.entry("enableTranslation", flag()),
              Map.entry(
                  "generationType",
                  oneOf("TEXT_2_VIDEO", "FIRST_AND_LAST_FRAMES_2_VIDEO", "REFERENCE_2_VIDEO")
                      .must()),
              Map.entry("seeds", number(0, 1e12)),
              Map.entry("callBackUrl", CALLBACK)),
          RequestRules::veoImages);

  static final RequestRules RUNWAY_LIVE =
      new RequestRules(
          Map.ofEntries(
              Map.entry("prompt", text(1800).must()),
              Map.entry("duration", oneOfNumbers(5, 10).must()),
              Map.entry("quality", oneOf("720p", "1080p").must()),
              Map.entry("imageUrl", url()),
              Map.entry("aspectRatio", oneOf("16:9", "4:3", "1:1", "3:4", "9:16")),
              Map.entry("waterMark", text(200)),
              Map.entry("callBackUrl", CALLBACK)),
          body ->
              body.number("duration") == 10 && body.text("quality").equals("1080p")
                  ? Optional.of("10 s videos cannot be 1080p")
                  : !body.has("imageUrl") && !body.has("aspectRatio")
                      ? Optional.of("Please enter aspectRatio.")
                      : Optional.empty());

  static final RequestRules RUNWAY_EXTEND_LIVE =
      new RequestRules(
          Map.of(
              "taskId", text(100).must(),
              "prompt", text(1800).must(),
              "quality", oneOf("720p", "1080p").must(),
              "waterMark", text(200),
              "callBackUrl", CALLBACK),
          body -> Optional.empty());

  static final RequestRules RUNWAY_GUIDE =
      new RequestRules(
          Map.of(
              "prompt", text(1800).must(),
              "imageUrl", url(),
              "duration", oneOfNumbers(5, 10),
              "model", text(40),
              "callBackUrl", CALLBACK),
          body -> Optional.empty());

  static final RequestRules RUNWAY_EXTEND_GUIDE =
      new RequestRules(
          Map.of(
              "taskId", text(100).must(),
              "additionalSeconds", oneOfNumbers(5, 10).must(),
              "callBackUrl", CALLBACK),
          body -> Optional.empty());

  static final RequestRules SUNO_LIVE = suno(true);
  static final RequestRules SUNO_GUIDE = suno(false);

  private final Map<String, FieldRule> fields;
  private final Function<Fields, Optional<String>> together;

  private RequestRules(Map<String, FieldRule> fields, Function<Fields, Optional<String>> together) {
    this.fields = fields;
    this.together = together;
  }

  private static RequestRules suno(boolean live) {
    Map<String, FieldRule> fields = new java.util.HashMap<>();
    fields.put("prompt", text(5000));
    fields.put("style", text(1000));
    fields.put("title", text(80));
    fields.put("vocalGender", oneOf("m", "f"));
    fields.put("negativeTags", text(1000));
    fields.put("styleWeight", number(0, 1));
    fields.put("weirdnessConstraint", number(0, 1));
    fields.put("audioWeight", number(0, 1));
    if (live) {
      fields.put("customMode", flag().must());
      fields.put("instrumental", flag().must());
      fields.put("model", oneOf("V4", "V4_5", "V4_5PLUS", "V4_5ALL", "V5", "V5_5").must());
      fields.put("callBackUrl", CALLBACK.must());
      fields.put("personaId", text(100));
      fields.put("personaModel", oneOf("style_persona", "voice_persona"));
      fields.put("duration", number(10, 360));
    } else {
      fields.put("customMode", flag());
      fields.put("instrumental", flag());
      fields.put("model", oneOf("V3_5", "V4", "V4_5", "V5").must());
      fields.put("callBackUrl", CALLBACK);
    }
    return new RequestRules(fields, RequestRules::sunoModes);
  }

  private static Optional<String> sunoModes(Fields body) {
    boolean custom = body.flag("customMode");
    if (custom && !body.has("style")) {
      return Optional.of("Please enter style.");
    }
    if (custom && !body.has("title")) {
      return Optional.of("Please enter title.");
    }
    boolean promptNeeded = !(custom && body.flag("instrumental"));
    if (promptNeeded && body.text("prompt").isBlank()) {
      return Optional.of("Please enter prompt.");
    }
    return Optional.empty();
  }

  private static Optional<String> veoImages(Fields body) {
    int images = body.body().path("imageUrls").size();
    return switch (body.text("generationType")) {
      case "TEXT_2_VIDEO" ->
          images > 0 ? Optional.of("imageUrls must be empty for TEXT_2_VIDEO") : Optional.empty();
      case "FIRST_AND_LAST_FRAMES_2_VIDEO" ->
          images < 1 || images > 2 ? Optional.of("imageUrls must hold 1 or 2") : Optional.empty();
      case "REFERENCE_2_VIDEO" ->
          images < 1 ? Optional.of("imageUrls must hold 1 to 3") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** What is wrong with a request; empty when nothing is. */
  Optional<String> check(JsonNode body) {
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.containsKey(name)) {
        return Optional.of("unknown field " + name);
      }
    }
    return fields.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(rule -> rule.getValue().check(rule.getKey(), body.get(rule.getKey())).stream())
        .findFirst()
        .or(() -> together.apply(new Fields(body)));
  }
}
