package dev.genhub.engine.plugin;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CancelOutcome;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.LookupOutcome;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.SubmitRate;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A plugin's adapter as the hub uses it: whatever computes is run on the plugin's own threads,
 * bounded in time and in the size of its answer. What an adapter can do never changes, so it is
 * asked for once, at the start.
 */
final class GuardedAdapter implements ProviderAdapter {

  private final ProviderAdapter adapter;
  private final PluginThreads threads;
  private final List<ModelSpec> models;
  private final HttpOperation<GenerationRequest, SubmitOutcome> submit;
  private final Optional<HttpOperation<TaskRef, TaskStatus>> status;
  private final Optional<CallbackReader> callbacks;
  private final Optional<KeyCheck> keyCheck;
  private final Optional<SubmitRate> submitRate;
  private final Optional<HttpOperation<GenerationRequest, LookupOutcome>> lookup;
  private final Optional<HttpOperation<TaskRef, CancelOutcome>> cancel;

  /**
   * Reads what the adapter can do. Runs code of the plugin.
   *
   * @param threads where everything later runs
   * @throws RuntimeException if the adapter throws, or says nothing where it must
   */
  GuardedAdapter(ProviderAdapter adapter, PluginThreads threads) {
    this.adapter = adapter;
    this.threads = threads;
    models = ResultBounds.models(adapter.models());
    submit =
        new GuardedOperation<>(
            "submit", Objects.requireNonNull(adapter.submit(), "submit() is null"), threads);
    status = adapter.status().map(it -> new GuardedOperation<>("status", it, threads));
    callbacks = adapter.callbacks().map(it -> new GuardedCallbacks(it, threads));
    keyCheck = adapter.keyCheck().map(it -> new GuardedKeyCheck(it, threads));
    submitRate = Objects.requireNonNull(adapter.submitRate(), "submitRate() is null");
    lookup = adapter.lookup().map(it -> new GuardedOperation<>("lookup", it, threads));
    cancel = adapter.cancel().map(it -> new GuardedOperation<>("cancel", it, threads));
  }

  @Override
  public List<ModelSpec> models() {
    return models;
  }

  @Override
  public String taskType(String model, Json parameters) {
    return threads.call("taskType", () -> adapter.taskType(model, parameters));
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    return threads.call("check", () -> ResultBounds.violations(adapter.check(request)));
  }

  @Override
  public Price quote(GenerationRequest request) {
    return threads.call("quote", () -> ResultBounds.price(adapter.quote(request)));
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return submit;
  }

  @Override
  public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
    return status;
  }

  @Override
  public Optional<CallbackReader> callbacks() {
    return callbacks;
  }

  @Override
  public Optional<KeyCheck> keyCheck() {
    return keyCheck;
  }

  @Override
  public Optional<SubmitRate> submitRate() {
    return submitRate;
  }

  @Override
  public Optional<HttpOperation<GenerationRequest, LookupOutcome>> lookup() {
    return lookup;
  }

  @Override
  public Optional<HttpOperation<TaskRef, CancelOutcome>> cancel() {
    return cancel;
  }

  @Override
  public HttpCall fetch(URI file) {
    return threads.call("fetch", () -> ResultBounds.call(adapter.fetch(file)));
  }
}
