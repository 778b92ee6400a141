package dev.genhub.routes.acme;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Credential;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import java.net.URI;
import java.util.List;

/** {@code GET /tasks/{id}}. */
record AcmeStatus(URI base) implements HttpOperation<TaskRef, TaskStatus> {

  @Override
  public HttpCall describe(TaskRef task, CallContext context) {
    return HttpCall.get(URI.create(base + "/tasks/" + task.taskId()))
        .withCredential(Credential.bearer());
  }

  @Override
  public TaskStatus interpret(TaskRef task, HttpReply reply) {
    if (reply.status() != 200) {
      return new TaskStatus.Unavailable(
          Failure.uncharged(FailureKind.PROVIDER_UNAVAILABLE, "", "status " + reply.status())
              .after(reply.retryAfter()));
    }
    return switch (reply.json().at("state").text().orElse("")) {
      case "running" -> TaskStatus.Running.unmeasured();
      case "done" ->
          TaskStatus.Succeeded.of(
              List.of(
                  Artifact.remote(
                      ContentType.IMAGE, URI.create(reply.json().at("url").text().orElseThrow()))));
      default -> new TaskStatus.Unrecognised(reply.body());
    };
  }
}
