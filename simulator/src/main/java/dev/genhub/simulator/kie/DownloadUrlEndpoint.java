package dev.genhub.simulator.kie;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.rule.FieldRule;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.server.ApiRequest;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.Reply;
import dev.genhub.simulator.server.RequestBody;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.Wording;
import dev.genhub.simulator.task.ResultLinks;
import dev.genhub.simulator.task.Snapshot;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the address of a result into one for a download. Takes only results of the account; says
 * {@code url is wrong} to all else (recorded 2026-04-16).
 */
public final class DownloadUrlEndpoint implements Endpoint {

  private static final RequestRules RULES =
      RequestRules.of().required("url", FieldRule.text(2000)).build();
  private static final Pattern RESULT =
      Pattern.compile(".*" + ResultLinks.PATH + "([0-9a-f]{32})/[^/]+");

  private final Wording wording;
  private final SimulatorContext context;

  /** Answers about results of the caller. */
  public DownloadUrlEndpoint(Wording wording, SimulatorContext context) {
    this.wording = wording;
    this.context = context;
  }

  @Override
  public HttpMethod method() {
    return HttpMethod.POST;
  }

  @Override
  public String path() {
    return "/api/v1/common/download-url";
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
    String url = body.fields().text("url");
    return isResult(url, request)
        ? Reply.now(KieEnvelope.success(TextNode.valueOf(url + "?download=true")))
        : Reply.now(wording.refusal(new Refusal(422, "url is wrong")));
  }

  private boolean isResult(String url, ApiRequest request) {
    Matcher result = RESULT.matcher(url);
    return result.matches()
        && context
            .tasks()
            .find(result.group(1))
            .filter(task -> task.account().equals(request.account().digest()))
            .map(context.tasks()::now)
            .filter(task -> isOf(task, url))
            .isPresent();
  }

  private static boolean isOf(Snapshot task, String url) {
    return task.succeeded() && (task.fileUrls().contains(url) || task.thumbnailUrl().equals(url));
  }
}
