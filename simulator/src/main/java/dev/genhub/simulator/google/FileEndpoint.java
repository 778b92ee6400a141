package dev.genhub.simulator.google;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.simulator.fault.Marks;
import dev.genhub.simulator.fault.Target;
import dev.genhub.simulator.server.Answer;
import dev.genhub.simulator.server.ApiRequest;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.FaultyAnswers;
import dev.genhub.simulator.server.Reply;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.Wording;
import dev.genhub.simulator.task.Medium;
import dev.genhub.simulator.task.SimTask;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/** Files, for the key that made them: described as such, downloaded with {@code :download}. */
final class FileEndpoint implements Endpoint {

  private static final String DOWNLOAD = ":download";

  private final SimulatorContext context;
  private final Wording wording;
  private final FaultyAnswers faulty;

  FileEndpoint(SimulatorContext context, Wording wording) {
    this.context = context;
    this.wording = wording;
    this.faulty = new FaultyAnswers(context.faults(), wording);
  }

  @Override
  public HttpMethod method() {
    return HttpMethod.GET;
  }

  @Override
  public String path() {
    return "/google/v1beta/files/:file";
  }

  @Override
  public Future<Reply> answer(ApiRequest request) {
    String file = request.parameter("file");
    Optional<SimTask> task =
        context
            .tasks()
            .find(request.account(), Interactions.NAME, file.replace(DOWNLOAD, ""))
            .filter(found -> context.tasks().now(found).succeeded());
    if (task.isEmpty()) {
      return Reply.now(wording.refusal(404));
    }
    boolean download = file.endsWith(DOWNLOAD) && request.parameter("alt").equals("media");
    return download ? bytes(task.get()) : described(task.get());
  }

  private Future<Reply> described(SimTask task) {
    return Reply.now(
        wording.success(
            JsonNodeFactory.instance
                .objectNode()
                .put("name", "files/" + task.id())
                .put("mimeType", task.product().medium().mimeType())));
  }

  private Future<Reply> bytes(SimTask task) {
    Medium medium = task.product().medium();
    return context
        .files()
        .file(Marks.without(task.prompt()), medium, task.product().aspectRatio())
        .map(bytes -> new Answer(200, medium.mimeType(), bytes))
        .map(file -> faulty.reply(task.fate().later(), Target.FILE, task.id(), () -> file));
  }
}
