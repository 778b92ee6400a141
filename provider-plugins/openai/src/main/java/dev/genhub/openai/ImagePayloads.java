package dev.genhub.openai;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * Requests and answers of {@code POST /images/generations} and {@code POST /images/edits} in its
 * JSON form (API reference, images).
 */
final class ImagePayloads {

  private ImagePayloads() {}

  static String path(GenerationRequest request) {
    return isEdit(request) ? "/images/edits" : "/images/generations";
  }

  private static boolean isEdit(GenerationRequest request) {
    return request.taskType().equals("img2img");
  }

  static Json body(GenerationRequest request) {
    Json given = request.parameters();
    Json.ObjectBuilder body =
        Json.object()
            .put("model", request.model())
            .put("prompt", request.prompt())
            .copy(given, "n", "quality", "background", "complexity")
            .put("size", ImageSize.word(given))
            .put("output_format", given.at("outputFormat"))
            .put("output_compression", given.at("outputCompression"));
    if (isEdit(request)) {
      List<Json> images =
          given.at("imageUrls").items().stream().map(ImagePayloads::reference).toList();
      body.put("images", Json.array(images));
      if (given.at("maskUrl").isPresent()) {
        body.put("mask", reference(given.at("maskUrl")));
      }
    } else {
      body.copy(given, "moderation");
    }
    return body.build();
  }

  private static Json reference(Json url) {
    return Json.object().put("image_url", url).build();
  }

  /** An answer with HTTP 200. */
  static SubmitOutcome read(GenerationRequest request, HttpReply reply, TokenPrices prices) {
    Json answer = reply.json();
    String format =
        answer
            .at("output_format")
            .nonBlankText()
            .or(() -> request.parameters().at("outputFormat").text())
            .orElse("png");
    List<String> files =
        answer.at("data").items().stream()
            .flatMap(item -> item.at("b64_json").nonBlankText().stream())
            .toList();
    if (files.isEmpty()) {
      return new SubmitOutcome.Unclear("HTTP 200 without a picture");
    }
    List<Artifact> pictures =
        files.stream()
            .map(base64 -> Artifact.inline(ContentType.IMAGE, "image/" + format, base64))
            .map(picture -> picture.withResolution(size(answer)))
            .toList();
    return new SubmitOutcome.Finished(
        name(reply, files),
        new TaskStatus.Succeeded(pictures, prices.charged(request, answer.at("usage"))));
  }

  /** A size in figures only; "auto" is none. */
  private static Optional<String> size(Json answer) {
    return answer.at("size").text().filter(text -> text.matches("\\d+x\\d+"));
  }

  /** OpenAI names the request, not the pictures; a gateway may have lost that name. */
  private static String name(HttpReply reply, List<String> files) {
    Optional<String> request = reply.header("x-request-id").filter(id -> !id.isBlank());
    return request.orElseGet(
        () ->
            "created-"
                + reply.json().at("created").text().orElse("")
                + "-"
                + Integer.toHexString(files.hashCode()));
  }
}
