package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What at least must be recorded, so that the tests mean something. */
final class ExchangeCoverage {

  private final Subject subject;

  ExchangeCoverage(Subject subject) {
    this.subject = subject;
  }

  void addTo(Sentences sentences) {
    sentences.add("submit/ shows every kind of task", this::taskTypes);
    sentences.add("submit/ shows a success, a refusal and an unclear answer", this::submits);
    if (subject.does(Behaviour.TELLS_STATUS)) {
      sentences.add(
          "status/ shows a task that runs, one that succeeds, one that fails, and nonsense",
          () -> require(Operation.STATUS, "running", "succeeded", "failed", "unrecognised"));
    }
    if (subject.does(Behaviour.SENDS_CALLBACKS)) {
      sentences.add(
          "callback/ shows callbacks",
          () -> assertThat(subject.exchanges().of(Operation.CALLBACK)).isNotEmpty());
    }
    if (subject.does(Behaviour.CHECKS_KEYS)) {
      sentences.add(
          "key-check/ shows a good key and a bad one",
          () -> require(Operation.KEY_CHECK, "valid", "problem"));
    }
  }

  private void taskTypes() {
    Intake intake = new Intake(subject.adapter());
    Set<String> offered = new TreeSet<>();
    subject.models().forEach(model -> offered.addAll(model.taskTypes()));
    for (Exchange exchange : subject.exchanges().of(Operation.SUBMIT)) {
      intake
          .take(exchange.input())
          .request()
          .ifPresent(request -> offered.remove(request.taskType()));
    }
    assertThat(offered).as("task types without a recorded submit").isEmpty();
  }

  private void submits() {
    Set<String> seen = outcomes(Operation.SUBMIT);
    assertThat(seen).as("outcomes in submit/").containsAnyOf("accepted", "finished");
    require(Operation.SUBMIT, "rejected", "unclear");
  }

  private void require(Operation operation, String... outcomes) {
    assertThat(outcomes(operation)).as("outcomes in %s/", operation.folder).contains(outcomes);
  }

  private Set<String> outcomes(Operation operation) {
    Set<String> seen = new HashSet<>();
    for (Exchange exchange : subject.exchanges().of(operation)) {
      List<Json> outcomes = exchange.cases().stream().map(Exchange.Case::outcome).toList();
      outcomes.forEach(outcome -> seen.addAll(outcome.fields().keySet()));
    }
    return seen;
  }
}
