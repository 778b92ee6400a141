package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The schema agrees with the adapter: what is accepted is used, what cannot be used is refused, and
 * everything has a price.
 */
final class ParameterUse {

  /**
   * All that a parameter can have an effect on.
   *
   * @param inferred the task type that the parameters mean
   */
  private record Effect(HttpCall call, Price price, String inferred) {}

  private final Subject subject;
  private final RequestSamples samples;

  ParameterUse(Subject subject) {
    this.subject = subject;
    this.samples = new RequestSamples(subject);
  }

  Stream<DynamicTest> tests() {
    Sentences sentences = new Sentences();
    for (ModelSpec model : subject.models()) {
      for (String taskType : model.taskTypes()) {
        String what = model.id() + " " + taskType + ": ";
        sentences.add(what + "can be asked for and has a price", () -> priced(model, taskType));
        sentences.add(what + "every pair of choices has a price", () -> pairs(model, taskType));
        sentences.add(what + "what is accepted is used", () -> used(model, taskType));
      }
      sentences.add(
          model.id() + ": every parameter is taken by some kind of task", () -> taken(model));
    }
    return sentences.tests();
  }

  private void priced(ModelSpec model, String taskType) {
    Json input = samples.smallest(model, taskType);
    assertThat(quote(samples.intake().take(input).orFail()))
        .as("the quote of " + input)
        .isNotNull();
  }

  private Price quote(GenerationRequest request) {
    try {
      return subject.adapter().quote(request);
    } catch (RuntimeException noPrice) {
      throw new AssertionError(
          "quote() throws for " + request + ", which was accepted; the price list has a gap",
          noPrice);
    }
  }

  private void pairs(ModelSpec model, String taskType) {
    Map<String, Json> properties = properties(model);
    List<String> choices =
        properties.keySet().stream()
            .filter(name -> ValueSamples.isEnumerated(properties.get(name)))
            .toList();
    for (Json input : samples.all(model, taskType)) {
      for (String one : choices) {
        for (String two : choices.subList(choices.indexOf(one), choices.size())) {
          pair(input, one, properties.get(one), two, properties.get(two));
        }
      }
    }
  }

  private void pair(Json input, String one, Json ofOne, String two, Json ofTwo) {
    for (Json first : ValueSamples.of(ofOne)) {
      Json withFirst = RequestSamples.withParameter(input, one, first);
      for (Json second : ValueSamples.of(ofTwo)) {
        samples
            .intake()
            .take(RequestSamples.withParameter(withFirst, two, second))
            .request()
            .ifPresent(this::quote);
      }
    }
  }

  private void used(ModelSpec model, String taskType) {
    List<String> ignored = new ArrayList<>();
    properties(model)
        .forEach(
            (name, property) -> {
              if (isIgnored(name, property, samples.all(model, taskType))) {
                ignored.add(name);
              }
            });
    assertThat(ignored)
        .as(
            "%s accepts these parameters, but neither the call nor the price nor the task type"
                + " depends on them. Send them, or refuse them: with x-taskTypes in the schema or"
                + " in check()",
            taskType)
        .isEmpty();
  }

  private boolean isIgnored(String name, Json property, List<Json> inputs) {
    List<Json> values = ValueSamples.of(property);
    boolean accepted = false;
    for (Json input : inputs) {
      Set<Effect> effects = new HashSet<>();
      effect(RequestSamples.withoutParameter(input, name)).ifPresent(effects::add);
      for (Json value : values) {
        Optional<Effect> effect = effect(RequestSamples.withParameter(input, name, value));
        if (effect.isEmpty()) {
          return false;
        }
        effects.add(effect.get());
        accepted |= says(value, property);
      }
      if (effects.size() > 1) {
        return false;
      }
    }
    return accepted;
  }

  /** A default and an only value say nothing that the hub does not know without them. */
  private static boolean says(Json value, Json property) {
    return !value.equals(property.at("default"))
        && property.at("const").equals(Json.MISSING)
        && property.at("enum").items().size() != 1;
  }

  private Optional<Effect> effect(Json input) {
    return samples
        .intake()
        .take(input)
        .request()
        .map(
            request ->
                new Effect(
                    subject.adapter().submit().describe(request, HubWords.context()),
                    quote(request),
                    subject.adapter().taskType(request.model(), input.at("parameters"))));
  }

  private void taken(ModelSpec model) {
    List<String> never = new ArrayList<>();
    properties(model)
        .forEach(
            (name, property) -> {
              if (model.taskTypes().stream()
                  .noneMatch(type -> takes(model, type, name, property))) {
                never.add(name);
              }
            });
    assertThat(never)
        .as(
            "no request was found that may set these parameters; if there is one, record it in"
                + " submit/ or intake/")
        .isEmpty();
  }

  private boolean takes(ModelSpec model, String taskType, String name, Json property) {
    for (Json input : samples.all(model, taskType)) {
      for (Json value : ValueSamples.of(property)) {
        boolean worthTrying = says(value, property) || ValueSamples.of(property).size() == 1;
        Json with = RequestSamples.withParameter(input, name, value);
        if (worthTrying && samples.intake().take(with).request().isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Map<String, Json> properties(ModelSpec model) {
    return model.parametersSchema().at("properties").fields();
  }
}
