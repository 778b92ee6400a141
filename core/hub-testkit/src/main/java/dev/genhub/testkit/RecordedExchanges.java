package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.Price;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Every recorded exchange: the call is described so, the answer is read so. */
final class RecordedExchanges {

  private final Subject subject;
  private final Intake intake;

  RecordedExchanges(Subject subject) {
    this.subject = subject;
    this.intake = new Intake(subject.adapter());
  }

  Stream<DynamicTest> tests() {
    Sentences sentences = new Sentences();
    sentences.add("SOURCE.md says where they come from, and when", this::source);
    for (Exchanges.Unreadable unreadable : subject.exchanges().unreadable()) {
      sentences.add(
          unreadable.name() + " can be used",
          () -> {
            throw new AssertionError(unreadable.name() + " " + unreadable.problem());
          });
    }
    new ExchangeCoverage(subject).addTo(sentences);
    subject.exchanges().readable().forEach(exchange -> add(sentences, exchange));
    return sentences.tests();
  }

  private void source() {
    assertThat(subject.exchanges().source())
        .as("%s/SOURCE.md names the vendor's pages and the month", subject.exchanges().folder())
        .containsPattern("\\d{4}-\\d{2}")
        .hasSizeGreaterThan(40);
  }

  private void add(Sentences sentences, Exchange exchange) {
    if (!exchange.call().equals(Json.MISSING)) {
      sentences.add(
          exchange.name() + " describes its call",
          () -> Expectation.requireCall(exchange.call(), call(exchange)));
    }
    for (Exchange.Case recorded : exchange.cases()) {
      sentences.add(
          exchange.name() + ": " + recorded.name(),
          () -> Expectation.requireOutcome(recorded.outcome(), outcome(exchange, recorded)));
    }
  }

  private HttpCall call(Exchange exchange) {
    CallContext context =
        exchange.withCallback() ? HubWords.context() : HubWords.contextWithoutCallback();
    return switch (exchange.operation()) {
      case SUBMIT -> subject.adapter().submit().describe(request(exchange), context);
      case STATUS ->
          subject.adapter().status().orElseThrow().describe(task(exchange.input()), context);
      case KEY_CHECK -> keyCheck().describe(context);
      case INTAKE, CALLBACK -> throw new AssertionError("nothing is called here");
    };
  }

  private Json outcome(Exchange exchange, Exchange.Case recorded) {
    return switch (exchange.operation()) {
      case INTAKE -> intake(exchange.input(recorded), recorded.outcome());
      case CALLBACK -> callback(Recorded.callback(recorded.content().at("request")));
      case SUBMIT, STATUS, KEY_CHECK ->
          ReplyReader.of(subject, exchange).read(Recorded.reply(recorded.content().at("reply")));
    };
  }

  private GenerationRequest request(Exchange exchange) {
    return intake.take(exchange.input()).orFail();
  }

  private KeyCheck keyCheck() {
    return subject.adapter().keyCheck().orElseThrow();
  }

  static TaskRef task(Json input) {
    return new TaskRef(
        input.at("taskId").text().orElse(""),
        input.at("model").text().orElse(""),
        input.at("taskType").text().orElse(""));
  }

  private Json intake(Json input, Json expected) {
    Intake.Taken taken = intake.take(input);
    if (taken.request().isEmpty()) {
      return Json.object()
          .putTexts(
              "refused", taken.violations().stream().map(Violation::pointer).distinct().toList())
          .build();
    }
    GenerationRequest request = taken.request().get();
    Price price = subject.adapter().quote(request);
    Json.ObjectBuilder out = Json.object();
    if (expected.at("taskType").isPresent()) {
      out.put("taskType", request.taskType());
    }
    if (expected.at("model").isPresent()) {
      out.put("model", request.model());
    }
    if (expected.at("usd").isPresent()) {
      out.put("usd", Json.of(price.usd()));
    }
    // an accepted request always shows its price, so that a refusal that is missing shows too
    return expected.at("usd").isPresent() && !expected.at("credits").isPresent()
        ? out.build()
        : out.put("credits", Json.of(price.credits())).build();
  }

  private Json callback(CallbackRequest request) {
    CallbackReader reader =
        subject
            .adapter()
            .callbacks()
            .orElseThrow(() -> new AssertionError("callbacks() is empty, but some are recorded"));
    Optional<String> taskId = reader.taskId(request);
    Json.ObjectBuilder out = Json.object();
    out.put("taskId", taskId.map(Json::of).orElse(Json.NULL));
    if (reader.bodyIsSigned()) {
      out.put("says", Outcomes.of(reader.read(request)));
    }
    return out.build();
  }
}
