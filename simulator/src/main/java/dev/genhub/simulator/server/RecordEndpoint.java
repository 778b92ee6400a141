package dev.genhub.simulator.server;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.fault.Target;
import dev.genhub.simulator.task.SimTask;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

/** Says how the tasks of a family stand. Benchmarks read here thousands of times a second. */
final class RecordEndpoint implements Endpoint {

  private final Family family;
  private final Wording wording;
  private final TaskService tasks;
  private final FaultyAnswers faulty;

  RecordEndpoint(Family family, Wording wording, SimulatorContext context) {
    this.family = family;
    this.wording = wording;
    this.tasks = context.tasks();
    this.faulty = new FaultyAnswers(context.faults(), wording);
  }

  @Override
  public HttpMethod method() {
    return HttpMethod.GET;
  }

  @Override
  public String path() {
    return family.recordPath();
  }

  @Override
  public Future<Reply> answer(ApiRequest request) {
    String id = request.parameter("taskId");
    if (id.isBlank()) {
      return Reply.now(wording.refusal(new Refusal(422, "Please enter taskId.")));
    }
    Reply reply =
        tasks
            .find(request.account(), family.name(), id)
            .map(this::known)
            .orElseGet(() -> Reply.of(unknown(id)));
    return Future.succeededFuture(reply);
  }

  private Reply known(SimTask task) {
    return faulty.reply(
        task.fate().later(),
        Target.STATUS,
        task.id(),
        () -> wording.success(family.record(tasks.now(task))));
  }

  private Answer unknown(String id) {
    return family
        .unknownTask(id)
        .map(wording::refusal)
        .orElseGet(() -> wording.success(NullNode.getInstance()));
  }
}
