package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SignatureVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What anybody on the internet may send to a callback address, and what of it is believed. */
final class CallbackChecks {

  private static final List<String> NO_SENSE =
      List.of("", "<html>", "{", "null", "[]", "42", "\"text\"", "{}", "{\"data\": []}");

  private final Subject subject;
  private final List<CallbackRequest> recorded = new ArrayList<>();

  CallbackChecks(Subject subject) {
    this.subject = subject;
    for (Exchange exchange : subject.exchanges().of(Operation.CALLBACK)) {
      for (Exchange.Case recordedCase : exchange.cases()) {
        recorded.add(Recorded.callback(recordedCase.content().at("request")));
      }
    }
  }

  Stream<DynamicTest> tests() {
    Sentences sentences = new Sentences();
    Optional<CallbackReader> reader = subject.adapter().callbacks();
    if (reader.isPresent() && subject.does(Behaviour.SENDS_CALLBACKS)) {
      sentences.add("a body without sense names no task", () -> noSense(reader.get()));
      sentences.add("without a secret there is nothing to verify", () -> noSecret(reader.get()));
      addSigned(sentences, reader.get());
    }
    return sentences.tests();
  }

  private void addSigned(Sentences sentences, CallbackReader reader) {
    if (!subject.does(Behaviour.SIGNS_CALLBACKS)) {
      sentences.add("no signature is ever called valid", () -> neverValid(reader));
      return;
    }
    sentences.add("the author says how the provider signs", this::signer);
    if (subject.signer().isPresent()) {
      new SignatureChecks(subject, reader, recorded).addTo(sentences);
    }
  }

  private void noSense(CallbackReader reader) {
    for (String body : NO_SENSE) {
      CallbackRequest request = new CallbackRequest(Map.of(), body);
      assertThat(reader.taskId(request)).as("taskId of the body '%s'", body).isEmpty();
      assertThat(reader.read(request)).as("read of the body '%s'", body).isNotNull();
      assertThat(reader.verify(request, subject.secrets("some-secret"), HubWords.NOW))
          .as("verdict on the body '%s'", body)
          .isNotEqualTo(SignatureVerdict.VALID);
    }
  }

  private void noSecret(CallbackReader reader) {
    for (CallbackRequest request : recorded) {
      for (Secrets none : List.<Secrets>of(name -> Optional.empty(), subject.secrets(""))) {
        assertThat(reader.verify(request, none, HubWords.NOW))
            .as("verdict when the operator set no secret")
            .isEqualTo(SignatureVerdict.NOT_CONFIGURED);
      }
    }
  }

  private void neverValid(CallbackReader reader) {
    for (CallbackRequest request : recorded) {
      assertThat(reader.verify(request, subject.secrets("some-secret"), HubWords.NOW))
          .as("verdict where the provider signs nothing")
          .isEqualTo(SignatureVerdict.NOT_CONFIGURED);
    }
  }

  private void signer() {
    assertThat(subject.signer())
        .as("callbackSigner(); or declare that the provider lacks SIGNS_CALLBACKS")
        .isPresent();
  }
}
