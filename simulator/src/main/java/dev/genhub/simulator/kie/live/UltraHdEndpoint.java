package dev.genhub.simulator.kie.live;

import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;
import static dev.genhub.simulator.rule.FieldRule.whole;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.kie.ClipVersions;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.server.Answer;
import dev.genhub.simulator.server.ApiRequest;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.Reply;
import dev.genhub.simulator.server.RequestBody;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.Wording;
import dev.genhub.simulator.task.Snapshot;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/**
 * The 4K version of a Veo clip (docs.kie.ai, veo3-api, get-veo-3-4k-video, 2026). The first post
 * orders it, for 120 credits; every further one says 422, at work or done, and has the version in
 * the end. No callback is sent.
 */
final class UltraHdEndpoint implements Endpoint {

  private static final int CREDITS = 120;
  private static final int KNOWN_ALREADY = 422;

  private static final RequestRules RULES =
      RequestRules.of()
          .required("taskId", text(100))
          .optional("index", whole(0, 0))
          .optional("callBackUrl", url())
          .build();

  private final Wording wording;
  private final SimulatorContext context;
  private final ClipVersions versions;

  UltraHdEndpoint(Wording wording, SimulatorContext context) {
    this.wording = wording;
    this.context = context;
    this.versions = new ClipVersions(context, "4k", CREDITS);
  }

  @Override
  public HttpMethod method() {
    return HttpMethod.POST;
  }

  @Override
  public String path() {
    return "/api/v1/veo/get-4k-video";
  }

  @Override
  public Future<Reply> answer(ApiRequest request) {
    RequestBody body = RequestBody.of(request);
    Optional<Refusal> refusal =
        body.refusal()
            .or(() -> RULES.problem(body.fields()).map(message -> new Refusal(422, message)));
    if (refusal.isPresent()) {
      return Reply.now(wording.refusal(refusal.get()));
    }
    return versions
        .clip(request.account(), body.fields().text("taskId"))
        .filter(Snapshot::succeeded)
        .map(clip -> versionOf(clip, request))
        // recorded 2026-08-06
        .orElseGet(() -> Reply.now(wording.refusal(new Refusal(422, "Record does not exist"))));
  }

  private Future<Reply> versionOf(Snapshot clip, ApiRequest request) {
    Optional<Snapshot> known = versions.of(clip.task());
    return known.isPresent()
        ? Reply.now(knownAlready(clip, known.get()))
        : versions
            .order(clip.task(), request.account(), context.clock().instant())
            .map(
                made ->
                    made.map(version -> wording.success(data(clip, version)))
                        .orElseGet(() -> wording.refusal(402)))
            .map(Reply::of);
  }

  private static Answer knownAlready(Snapshot clip, Snapshot version) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("code", KNOWN_ALREADY);
    body.put(
        "msg",
        version.succeeded()
            ? "success"
            : "4k is processing. It should be ready in 5-10 minutes. Please check back shortly.");
    body.set("data", data(clip, version));
    return Answer.json(200, body);
  }

  private static ObjectNode data(Snapshot clip, Snapshot version) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("taskId", clip.id());
    if (version.succeeded()) {
      data.putArray("resultUrls").add(version.fileUrl(0));
      data.putArray("imageUrls").add(version.thumbnailUrl());
    } else {
      data.putNull("resultUrls").putNull("imageUrls");
    }
    return data;
  }
}
