package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A configured provider. Immutable and safe for use by many threads at once; every method is a pure
 * function that returns quickly. What the provider cannot do is an empty value, never a method that
 * throws.
 */
public interface ProviderAdapter {

  /** The models that the adapter serves with its settings; the same list at every call. */
  List<ModelSpec> models();

  /**
   * Which kind of task a request without a parent means when it does not say. With a parent the hub
   * takes the only one of {@link ParentTask#FOLLOW_UPS} that the model can do and {@link #check}
   * finds nothing wrong with, and asks the user when there are several.
   *
   * @param model id of one of {@link #models()}
   * @param parameters the request's parameters, already valid against the model's schema
   * @return one of the model's {@link ModelSpec#taskTypes()}
   */
  String taskType(String model, Json parameters);

  /**
   * Checks what JSON Schema cannot say: rules between the prompt, the task type and the parameters.
   * Called at intake after the schema, before the quote. By default it holds the request against
   * the schema's annotations {@code x-taskTypes} and {@code x-requiredFor} (see {@link ModelSpec});
   * an adapter with rules of its own adds them to what {@code ProviderAdapter.super.check} found.
   *
   * <p>What is accepted here is used: a parameter that the task cannot express is a violation,
   * never dropped in silence.
   *
   * @return what is wrong, empty when the request can be described
   */
  default List<Violation> check(GenerationRequest request) {
    return models().stream()
        .filter(model -> model.id().equals(request.model()))
        .flatMap(model -> ParameterRules.check(model, request).stream())
        .toList();
  }

  /** What the request will cost; shown to the user and reserved before anything is sent. */
  Price quote(GenerationRequest request);

  /** How a task is asked for. Called at most once per generation unless it was surely refused. */
  HttpOperation<GenerationRequest, SubmitOutcome> submit();

  /** How a task's state is read; empty for a provider that answers the submit with the result. */
  default Optional<HttpOperation<TaskRef, TaskStatus>> status() {
    return Optional.empty();
  }

  /** How the provider's callbacks are checked and read; empty for a provider that sends none. */
  default Optional<CallbackReader> callbacks() {
    return Optional.empty();
  }

  /**
   * How the file of a result is fetched, for a copy of it. By default by a plain read. A provider
   * that gives its files to the account that made them only has the key put in, for addresses that
   * are the provider's own and for no others: a result's address is what the provider's answer
   * says, and whoever forges one must not get a key. The hub never takes the key along to another
   * origin when the read is redirected.
   *
   * @param file the address of an {@link Artifact.Source.Remote} of this adapter
   * @return a {@code GET} that may be repeated; of another address where the provider's download
   *     stands elsewhere
   */
  default HttpCall fetch(URI file) {
    return HttpCall.get(file);
  }

  /** How a user's key is tested without spending anything; empty where there is no such call. */
  default Optional<KeyCheck> keyCheck() {
    return Optional.empty();
  }

  /**
   * How fast the provider takes submits from one account (one key); the hub makes the rest wait.
   * Empty for a provider that sets no pace. The operator may set another.
   */
  default Optional<SubmitRate> submitRate() {
    return Optional.empty();
  }

  /**
   * How a task is found whose submit was never answered, by what the submit carried: the
   * idempotency key or the callback address of the context, which are the same as then. Empty where
   * the provider has no such search.
   */
  default Optional<HttpOperation<GenerationRequest, LookupOutcome>> lookup() {
    return Optional.empty();
  }

  /**
   * How a task is called off after its user has cancelled the generation. Best effort: whatever it
   * yields, the generation stays cancelled. Empty where the provider cannot.
   */
  default Optional<HttpOperation<TaskRef, CancelOutcome>> cancel() {
    return Optional.empty();
  }
}
