package dev.genhub.kie;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.SubmitRate;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A family of KIE.AI's models, in one dialect, as the hub sees it. */
final class KieAdapter implements ProviderAdapter {

  private final KieApi api;
  private final KieFamily family;
  private final ModelsFile data;

  KieAdapter(KieApi api, KieFamily family, ModelsFile data) {
    this.api = api;
    this.family = family;
    this.data = data;
  }

  @Override
  public List<ModelSpec> models() {
    return data.models();
  }

  @Override
  public String taskType(String model, Json parameters) {
    return family.taskType(parameters, data.taskTypes(model));
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    List<Violation> found = new ArrayList<>(ProviderAdapter.super.check(request));
    found.addAll(data.check(request));
    found.addAll(family.check(request));
    return found;
  }

  @Override
  public Price quote(GenerationRequest request) {
    return data.price(request);
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return new HttpOperation<>() {
      @Override
      public HttpCall describe(GenerationRequest request, CallContext context) {
        return family.submit(api, request, context);
      }

      @Override
      public SubmitOutcome interpret(GenerationRequest request, HttpReply reply) {
        return family.readSubmit(KieReply.of(api.dialect(), reply), request);
      }
    };
  }

  @Override
  public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
    return Optional.of(
        new HttpOperation<>() {
          @Override
          public HttpCall describe(TaskRef task, CallContext context) {
            return family.status(api, task);
          }

          @Override
          public TaskStatus interpret(TaskRef task, HttpReply reply) {
            return family.readStatus(KieReply.of(api.dialect(), reply), task);
          }
        });
  }

  /** 20 new tasks in 10 seconds for one account (docs.kie.ai, rate limits). */
  @Override
  public Optional<SubmitRate> submitRate() {
    return Optional.of(new SubmitRate(20, Duration.ofSeconds(10)));
  }

  @Override
  public Optional<CallbackReader> callbacks() {
    return Optional.of(new KieCallbacks());
  }

  @Override
  public Optional<KeyCheck> keyCheck() {
    return Optional.of(new KieCredit(api));
  }
}
