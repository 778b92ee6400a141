package dev.genhub.simulator.kie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.simulator.account.Account;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.fault.Marks;
import dev.genhub.simulator.server.ApiRequest;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.NewTask;
import dev.genhub.simulator.server.Reply;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.Wording;
import dev.genhub.simulator.task.Fate;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.SimTask;
import dev.genhub.simulator.task.Snapshot;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * The 1080p version of a Veo clip (docs.kie.ai, veo3-api; integration guide). The first read after
 * the clip's end orders it, for 5 credits, as a task of its own; reads say 400, not ready, until
 * some seconds after the clip's end.
 */
public final class FullHdEndpoint implements Endpoint {

  private static final String CLIPS = "veo";
  private static final String FAMILY = "veo-1080p";
  private static final BigDecimal CREDITS = BigDecimal.valueOf(5);

  private final Wording wording;
  private final SimulatorContext context;
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
    this.context = context;
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
    Optional<Snapshot> clip =
        context
            .tasks()
            .find(request.account(), CLIPS, request.parameter("taskId"))
            .map(context.tasks()::now);
    if (clip.isEmpty() || clip.get().failed() || !isIndex(request.parameter("index"))) {
      return Reply.now(wording.refusal(unknown));
    }
    return clip.get().succeeded() ? versionOf(clip.get().task(), request.account()) : notReady();
  }

  /** There is one clip to a task. */
  private static boolean isIndex(String index) {
    return index.isEmpty() || index.equals("0");
  }

  private Future<Reply> versionOf(SimTask clip, Account account) {
    return context
        .tasks()
        .followUp(FAMILY, clip)
        .map(made -> Future.succeededFuture(Optional.of(made)))
        .orElseGet(() -> order(clip, account))
        .compose(
            version ->
                version.isPresent() ? describe(version.get()) : Reply.now(wording.refusal(402)));
  }

  private Future<Optional<SimTask>> order(SimTask clip, Account account) {
    Product product = Product.videos(1, clip.product().aspectRatio());
    Order order = new Order(product, CREDITS, clip.prompt() + " (1080p)", clip.id(), "");
    return context
        .tasks()
        .make(
            new NewTask(
                account,
                FAMILY,
                order,
                JsonNodeFactory.instance.objectNode().put("taskId", clip.id()),
                clip.endsAt(),
                context.durations().fullHd(),
                Fate.of(Marks.NONE)));
  }

  private Future<Reply> describe(SimTask version) {
    Snapshot now = context.tasks().now(version);
    return now.succeeded() ? Reply.now(wording.success(result.apply(now))) : notReady();
  }

  private Future<Reply> notReady() {
    return Reply.now(
        wording.refusal(
            new Refusal(400, "1080P is processing. It should be ready in 1-2 minutes.")));
  }
}
