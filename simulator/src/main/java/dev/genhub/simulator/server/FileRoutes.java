package dev.genhub.simulator.server;

import dev.genhub.simulator.fault.FaultInjector;
import dev.genhub.simulator.fault.Marks;
import dev.genhub.simulator.fault.Target;
import dev.genhub.simulator.task.Medium;
import dev.genhub.simulator.task.ResultLinks;
import dev.genhub.simulator.task.SimTask;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Gives out the files of tasks that have succeeded, without a key, as the providers' file hosts do.
 */
public final class FileRoutes {

  private final ResultFiles files;
  private final TaskService tasks;
  private final FaultyAnswers faulty;
  private final ReplySender sender;

  /** Routes to files. */
  public FileRoutes(
      ResultFiles files, TaskService tasks, FaultInjector faults, ReplySender sender) {
    this.files = files;
    this.tasks = tasks;
    this.faulty = new FaultyAnswers(faults, new FileWording());
    this.sender = sender;
  }

  /** Adds the route. */
  public void addTo(Router router) {
    router.get(ResultLinks.PATH + ":taskId/:name").handler(this::answer);
  }

  private void answer(RoutingContext exchange) {
    String id = exchange.pathParam("taskId");
    String name = exchange.pathParam("name");
    Future<Reply> reply =
        id.equals(ResultLinks.FORGED)
            ? forged(name)
            : tasks
                .find(id)
                .filter(task -> tasks.now(task).succeeded())
                .map(task -> ofTask(task, name))
                .orElseGet(FileRoutes::missing);
    reply.onSuccess(it -> sender.send(exchange.response(), it)).onFailure(exchange::fail);
  }

  private static Future<Reply> missing() {
    return Reply.now(Answer.text(404, "there is no such file"));
  }

  private Future<Reply> ofTask(SimTask task, String name) {
    Optional<ResultName> part = ResultName.of(name, task.product());
    if (part.isEmpty()) {
      return missing();
    }
    String text = Marks.without(task.prompt()) + variant(part.get());
    return file(text, part.get().medium(), task.product().aspectRatio())
        .map(
            answer ->
                faulty.reply(
                    task.fate().later(), Target.FILE, task.id() + "/" + name, () -> answer));
  }

  private static String variant(ResultName part) {
    return part.number() == 0 ? "" : " #" + part.number();
  }

  private Future<Reply> forged(String name) {
    return ResultName.ofAny(name)
        .map(part -> file("FORGED", part.medium(), "").map(Reply::of))
        .orElseGet(FileRoutes::missing);
  }

  private Future<Answer> file(String text, Medium medium, String aspectRatio) {
    return files
        .file(text, medium, aspectRatio)
        .map(bytes -> new Answer(200, medium.mimeType(), bytes));
  }
}
