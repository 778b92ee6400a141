package dev.genhub.routes.acme;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import java.net.URI;
import java.util.Optional;

/** A later version, which can be told by how it reads that a task is done. */
public final class NovelSuccessorPlugin extends NovelPlugin {

  @Override
  ProviderAdapter adapter(String provider, URI base) {
    return new AcmeAdapter(provider, base) {
      @Override
      public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
        return Optional.of(new Marked(new AcmeStatus(base)));
      }
    };
  }

  private record Marked(AcmeStatus status) implements HttpOperation<TaskRef, TaskStatus> {

    @Override
    public HttpCall describe(TaskRef task, CallContext context) {
      return status.describe(task, context);
    }

    @Override
    public TaskStatus interpret(TaskRef task, HttpReply reply) {
      TaskStatus read = status.interpret(task, reply);
      return read instanceof TaskStatus.Succeeded
          ? new TaskStatus.Failed(
              Failure.uncharged(FailureKind.CONTENT_REJECTED, "", "read by the successor"))
          : read;
    }
  }
}
