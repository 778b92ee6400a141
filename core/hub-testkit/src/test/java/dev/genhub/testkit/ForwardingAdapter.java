package dev.genhub.testkit;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;

/** An adapter that does as another does; subclasses do one thing wrong. */
class ForwardingAdapter implements ProviderAdapter {

  private final ProviderAdapter right;

  ForwardingAdapter(ProviderAdapter right) {
    this.right = right;
  }

  @Override
  public List<ModelSpec> models() {
    return right.models();
  }

  @Override
  public String taskType(String model, Json parameters) {
    return right.taskType(model, parameters);
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    // the rules of its own schema, which a subclass may have spoilt
    return ProviderAdapter.super.check(request);
  }

  @Override
  public Price quote(GenerationRequest request) {
    return right.quote(request);
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return right.submit();
  }

  @Override
  public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
    return right.status();
  }

  @Override
  public Optional<CallbackReader> callbacks() {
    return right.callbacks();
  }

  @Override
  public Optional<KeyCheck> keyCheck() {
    return right.keyCheck();
  }
}
