package dev.genhub.simulator.kie;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.account.Account;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.server.ApiRequest;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.Reply;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.Wording;
import dev.genhub.simulator.task.SimTask;
import dev.genhub.simulator.task.Snapshot;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.function.Function;

/**
 * The 1080p version of a Veo clip (docs.kie.ai, veo3-api; integration guide). The first read after
 * the clip's end orders it, for 5 credits; reads say 400, not ready, until some seconds after the
 * clip's end.
 */
public final class FullHdEndpoint implements Endpoint {

  private static final int CREDITS = 5;

  private final Wording wording;
  private final ClipVersions versions;
  private final Refusal unknown;
  private final Function<Snapshot, JsonNode> result;

  /**
   * Answers about clips of the family {@code veo}.
   *
   * @param unknown what is said when there is no such clip, or it failed
   * @param result describes a version that is ready
   */
  public FullHdEndpoint(
      Wording wording,
      SimulatorContext context,
      Refusal unknown,
      Function<Snapshot, JsonNode> result) {
    this.wording = wording;
    this.versions = new ClipVersions(context, "1080p", CREDITS);
    this.unknown = unknown;
    this.result = result;
  }

  @Override
  public HttpMethod method() {
    return HttpMethod.GET;
  }

  @Override
  public String path() {
    return "/api/v1/veo/get-1080p-video";
  }

  @Override
  public Future<Reply> answer(ApiRequest request) {
    Optional<Snapshot> clip = versions.clip(request.account(), request.parameter("taskId"));
    if (clip.isEmpty() || !isIndex(request.parameter("index"))) {
      return Reply.now(wording.refusal(unknown));
    }
    return clip.get().succeeded() ? versionOf(clip.get().task(), request.account()) : notReady();
  }

  /** There is one clip to a task. */
  private static boolean isIndex(String index) {
    return index.isEmpty() || index.equals("0");
  }

  private Future<Reply> versionOf(SimTask clip, Account account) {
    Optional<Snapshot> known = versions.of(clip);
    return known.isPresent()
        ? describe(known.get())
        : versions
            .order(clip, account, clip.endsAt())
            .compose(
                made -> made.isPresent() ? describe(made.get()) : Reply.now(wording.refusal(402)));
  }

  private Future<Reply> describe(Snapshot version) {
    return version.succeeded() ? Reply.now(wording.success(result.apply(version))) : notReady();
  }

  private Future<Reply> notReady() {
    return Reply.now(
        wording.refusal(
            new Refusal(400, "1080P is processing. It should be ready in 1-2 minutes.")));
  }
}
