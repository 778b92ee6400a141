package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ParentTask;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.TaskRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Task ids are the provider's words: of any form, and never to be trusted with an address. */
record HostileIds(Subject subject, RequestSamples samples) {

  private static final List<String> HOSTILE_IDS =
      List.of(
          "../../../admin",
          "a/b?c=d&e=f#g",
          "a b\r\nX-Evil: 1",
          "%2e%2e%2f",
          "//evil.example/",
          "é😀");

  void check() {
    ProviderAdapter elsewhere = subject.adapterWith(Subject.BASE_URL, DescribedCalls.STAND_IN);
    for (Exchange exchange : subject.exchanges().of(Operation.STATUS)) {
      TaskRef task = RecordedExchanges.task(exchange.input());
      requireUnmoved(
          task.taskId(),
          id ->
              DescribedCalls.status(elsewhere)
                  .describe(new TaskRef(id, task.model(), task.taskType()), HubWords.context()));
    }
    subject.models().forEach(model -> checkParents(model, elsewhere));
  }

  private void checkParents(ModelSpec model, ProviderAdapter elsewhere) {
    for (String taskType : model.taskTypes()) {
      samples.allOrNone(model, taskType).stream()
          .map(input -> samples.intake().take(input).orFail())
          .filter(request -> request.parent().isPresent())
          .forEach(
              request ->
                  requireUnmoved(
                      request.parent().get().taskId(),
                      id ->
                          elsewhere
                              .submit()
                              .describe(withParent(request, id), HubWords.context())));
    }
  }

  private static GenerationRequest withParent(GenerationRequest request, String id) {
    ParentTask parent = request.parent().orElseThrow();
    ParentTask renamed =
        new ParentTask(id, parent.model(), parent.taskType(), parent.parameters(), parent.items());
    return new GenerationRequest(
        request.model(),
        request.taskType(),
        request.prompt(),
        request.parameters(),
        Optional.of(renamed),
        request.requestedAt());
  }

  private static void requireUnmoved(String usual, Function<String, HttpCall> call) {
    String plain = depth(call.apply(usual));
    for (String hostile : HOSTILE_IDS) {
      for (String id : List.of(hostile, usual + hostile)) {
        HttpCall described = call.apply(id);
        DescribedCalls.requireUnder(
            DescribedCalls.STAND_IN, described.uri(), "the call about task id '" + id + "'");
        assertThat(depth(described))
            .as("the slashes of the path for task id '%s'; encode the id", id)
            .isEqualTo(plain);
      }
    }
  }

  /** The slashes of the path, which an id must not add to. */
  private static String depth(HttpCall call) {
    return call.uri().normalize().getRawPath().replaceAll("[^/]+", "");
  }
}
