package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What the author declares is so: what is lacking is absent, everything else is there. */
final class DeclaredBehaviours {

  private final Subject subject;
  private final ProviderAdapter adapter;

  DeclaredBehaviours(Subject subject) {
    this.subject = subject;
    this.adapter = subject.adapter();
  }

  Stream<DynamicTest> tests() {
    Sentences sentences = new Sentences();
    for (Behaviour behaviour : Behaviour.values()) {
      boolean declared = subject.does(behaviour);
      sentences.add(
          behaviour + (declared ? " is there" : " is lacking"), () -> check(behaviour, declared));
    }
    sentences.add("capabilities are the same at every call", this::sameCapabilities);
    return sentences.tests();
  }

  private void check(Behaviour behaviour, boolean declared) {
    Optional<CallbackReader> callbacks = adapter.callbacks();
    switch (behaviour) {
      case TELLS_STATUS -> tellsStatus(declared);
      case SENDS_CALLBACKS -> require("callbacks()", callbacks.isPresent(), declared, behaviour);
      case SIGNS_CALLBACKS -> {
        // what a reader says about signatures is tested with the callbacks
        if (declared) {
          require("callbacks()", callbacks.isPresent(), true, behaviour);
        }
      }
      case SIGNS_CALLBACK_BODY ->
          require(
              "callbacks() with bodyIsSigned()",
              callbacks.map(CallbackReader::bodyIsSigned).orElse(false),
              declared,
              behaviour);
      case CHECKS_KEYS ->
          require("keyCheck()", adapter.keyCheck().isPresent(), declared, behaviour);
    }
  }

  private void tellsStatus(boolean declared) {
    require("status()", adapter.status().isPresent(), declared, Behaviour.TELLS_STATUS);
    if (!declared) {
      List<Json> accepted =
          subject.exchanges().of(Operation.SUBMIT).stream()
              .flatMap(exchange -> exchange.cases().stream())
              .map(Exchange.Case::outcome)
              .filter(outcome -> outcome.at("accepted").isPresent())
              .toList();
      assertThat(accepted)
          .as("tasks that are accepted although nobody can tell how they go on")
          .isEmpty();
    }
  }

  private static void require(String what, boolean there, boolean declared, Behaviour behaviour) {
    String message =
        there
            ? what + " is there, although lacks() names " + behaviour
            : what + " is absent; implement it, or name " + behaviour + " in lacks()";
    assertThat(there).as(message).isEqualTo(declared);
  }

  private void sameCapabilities() {
    assertThat(adapter.status().isPresent()).isEqualTo(subject.twin().status().isPresent());
    assertThat(adapter.callbacks().isPresent()).isEqualTo(subject.twin().callbacks().isPresent());
    assertThat(adapter.keyCheck().isPresent()).isEqualTo(subject.twin().keyCheck().isPresent());
  }
}
