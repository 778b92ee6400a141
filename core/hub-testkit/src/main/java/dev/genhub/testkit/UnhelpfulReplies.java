package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Replies as gateways, outages and new versions make them. None may cost a user money. */
final class UnhelpfulReplies {

  private static final int[] FAILING = {400, 401, 402, 403, 404, 413, 422, 429, 500, 503};
  private static final int[] PERHAPS_TAKEN = {200, 500, 502, 504};

  private static final List<String> NO_SENSE =
      List.of(
          "",
          " \n",
          "<html><body><h1>502 Bad Gateway</h1></body></html>",
          "{",
          "null",
          "true",
          "42",
          "\"text\"",
          "[]",
          "[[{}]]",
          "{}",
          "{\"unexpected\": {\"deep\": [1, null]}}");

  private static final List<Json> WRONG_VALUES =
      List.of(
          Json.NULL,
          Json.of(true),
          Json.of(-1),
          Json.of(12345678901234L),
          Json.of(""),
          Json.of("text"),
          Json.array(List.of()),
          Json.array(List.of(Json.NULL)),
          Json.object().build());

  private static final List<Json> UNKNOWN_WORDS = List.of(Json.of("dreaming"), Json.of(987654));

  private final Subject subject;

  UnhelpfulReplies(Subject subject) {
    this.subject = subject;
  }

  Stream<DynamicTest> tests() {
    Sentences sentences = new Sentences();
    for (Operation operation : List.of(Operation.SUBMIT, Operation.STATUS, Operation.KEY_CHECK)) {
      List<ReplyReader> readers = readers(operation);
      if (readers.isEmpty()) {
        continue; // what must be recorded is told by ExchangeCoverage
      }
      String what = operation.folder + ": ";
      for (int status : FAILING) {
        sentences.add(
            what + "HTTP " + status + " is no success, whatever the body",
            () -> readers.forEach(reader -> failingStatus(reader, status)));
      }
      sentences.add(
          what + "a body that is empty, HTML, cut off or of another kind is no success",
          () -> readers.forEach(UnhelpfulReplies::brokenBodies));
      sentences.add(
          what + "further fields change nothing",
          () -> readers.forEach(UnhelpfulReplies::furtherFields));
      sentences.add(
          what + "values of a wrong type do not make it throw",
          () -> readers.forEach(UnhelpfulReplies::wrongTypes));
      sentences.add(
          what + "a word that it does not know is no success",
          () -> readers.forEach(UnhelpfulReplies::unknownWords));
    }
    List<ReplyReader> submits = readers(Operation.SUBMIT);
    sentences.add(
        "submit: an answer that says nothing is never sent again",
        () -> submits.forEach(UnhelpfulReplies::neverSentAgain));
    return sentences.tests();
  }

  private List<ReplyReader> readers(Operation operation) {
    List<ReplyReader> readers = new ArrayList<>();
    for (Exchange exchange : subject.exchanges().of(operation)) {
      if (!exchange.cases().isEmpty()) {
        readers.add(ReplyReader.of(subject, exchange));
      }
    }
    return readers;
  }

  private static void failingStatus(ReplyReader reader, int status) {
    for (String body : NO_SENSE) {
      reader.requireNoSuccess(reply(status, body), "a failing status");
    }
    // some say "not ready yet" with a failing status; that is recorded then
    if (reader.successes().stream().anyMatch(success -> success.status() == status)) {
      return;
    }
    for (HttpReply success : reader.successes()) {
      reader.requireNoSuccess(
          reply(status, success.body()), "the body of a success under a failing status");
    }
  }

  private static void brokenBodies(ReplyReader reader) {
    for (String body : NO_SENSE) {
      reader.requireNoSuccess(reply(200, body), "a body without sense");
    }
    for (HttpReply success : reader.successes()) {
      for (String cut : cut(success.body())) {
        reader.requireNoSuccess(reply(success.status(), cut), "a body that was cut off");
      }
    }
  }

  private static List<String> cut(String body) {
    List<String> cut = new ArrayList<>();
    for (int eighths = 1; eighths < 8; eighths++) {
      cut.add(body.substring(0, body.length() * eighths / 8));
    }
    cut.add(body.substring(0, Math.max(0, body.length() - 1)));
    return cut;
  }

  private static void furtherFields(ReplyReader reader) {
    for (HttpReply success : reader.successes()) {
      Json body = success.json();
      Json before = reader.read(success);
      for (JsonTree.Place place : JsonTree.places(body)) {
        Json value = place.in(body);
        if (value.isObject()) {
          Json more = value.merged(Json.parse("{\"unexpected\": [{\"new\": 1}]}"));
          String changed = JsonTree.replace(body, place, more).toString();
          assertThat(reader.read(new HttpReply(success.status(), success.headers(), changed)))
              .as("%s, with a field more at %s", reader.name(), place)
              .isEqualTo(before);
        }
      }
    }
  }

  private static void wrongTypes(ReplyReader reader) {
    List<HttpReply> all = new ArrayList<>(reader.successes());
    all.addAll(reader.others());
    for (HttpReply recorded : all) {
      Json body = recorded.json();
      for (JsonTree.Place place : JsonTree.places(body)) {
        for (Json wrong : WRONG_VALUES) {
          reader.read(reply(recorded.status(), JsonTree.replace(body, place, wrong).toString()));
        }
      }
    }
  }

  /**
   * Finds the fields that decide: those where the value of another recorded reply makes a success
   * none. A word that nobody knows must not make it one again.
   */
  private static void unknownWords(ReplyReader reader) {
    for (HttpReply success : reader.successes()) {
      Json body = success.json();
      for (JsonTree.Place place : JsonTree.places(body)) {
        if (isScalar(place.in(body)) && decides(reader, success, place)) {
          for (Json unknown : UNKNOWN_WORDS) {
            String changed = JsonTree.replace(body, place, unknown).toString();
            reader.requireNoSuccess(
                reply(success.status(), changed), "an unknown word at " + place);
          }
        }
      }
    }
  }

  private static boolean decides(ReplyReader reader, HttpReply success, JsonTree.Place place) {
    return reader.others().stream()
        .map(other -> place.in(other.json()))
        .filter(value -> isScalar(value) && value.nonBlankText().isPresent())
        .map(value -> JsonTree.replace(success.json(), place, value).toString())
        .anyMatch(changed -> !Outcomes.isSuccess(reader.read(reply(success.status(), changed))));
  }

  private static boolean isScalar(Json value) {
    return value.isPresent() && !value.isObject() && !value.isArray();
  }

  private static void neverSentAgain(ReplyReader reader) {
    if (!reader.mayBePaidTwice()) {
      return;
    }
    for (int status : PERHAPS_TAKEN) {
      for (String body : NO_SENSE) {
        Json rejected = reader.read(reply(status, body)).at("rejected");
        String kind = rejected.at("kind").text().orElse("");
        boolean again =
            Stream.of(FailureKind.values())
                .anyMatch(each -> each.retryable() && each.code().equals(kind));
        assertThat(again)
            .as(
                "%s: HTTP %s with the body '%s' was read as %s. The task may have been taken, and"
                    + " the hub would pay for it twice; it is Unclear",
                reader.name(), status, body, rejected)
            .isFalse();
      }
    }
  }

  private static HttpReply reply(int status, String body) {
    return new HttpReply(status, Map.of(), body);
  }
}
