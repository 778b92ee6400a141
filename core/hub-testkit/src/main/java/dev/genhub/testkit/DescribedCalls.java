package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CallBody;
import dev.genhub.spi.Credential;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ParentTask;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.Resend;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What an adapter asks the hub to send. */
final class DescribedCalls {

  static final String STAND_IN = "https://stand-in.example:8443/some/prefix";
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"; // RFC 9110, 5.6.2
  private static final String ODD_PROMPT =
      "He said \"hi\", C:\\dir, two\r\nlines, 😀, {\"a\": 1}, ${x} {{y}} %s \u2028 <b>";

  /** One call of the adapter, described by whichever instance. */
  private record Described(
      Operation operation, String what, Function<ProviderAdapter, HttpCall> call) {}

  private final Subject subject;
  private final RequestSamples samples;
  private final List<Described> all = new ArrayList<>();

  DescribedCalls(Subject subject) {
    this.subject = subject;
    this.samples = new RequestSamples(subject);
    subject.models().forEach(this::addSubmits);
    subject
        .exchanges()
        .of(Operation.STATUS)
        .forEach(exchange -> add(RecordedExchanges.task(exchange.input())));
    if (subject.adapter().keyCheck().isPresent()) {
      all.add(
          new Described(
              Operation.KEY_CHECK,
              "the key check",
              adapter -> adapter.keyCheck().orElseThrow().describe(HubWords.context())));
    }
  }

  private void addSubmits(ModelSpec model) {
    for (String taskType : model.taskTypes()) {
      for (Json input : samples.allOrNone(model, taskType)) {
        GenerationRequest request = samples.intake().take(input).orFail();
        all.add(
            new Described(
                Operation.SUBMIT,
                "the submit of " + input,
                adapter -> adapter.submit().describe(request, HubWords.context())));
      }
    }
  }

  private void add(TaskRef task) {
    all.add(
        new Described(
            Operation.STATUS,
            "the status read of " + task,
            adapter -> status(adapter).describe(task, HubWords.context())));
  }

  static HttpOperation<TaskRef, TaskStatus> status(ProviderAdapter adapter) {
    return adapter
        .status()
        .orElseThrow(() -> new AssertionError("status() is empty, but exchanges are recorded"));
  }

  Stream<DynamicTest> tests() {
    Sentences sentences = new Sentences();
    sentences.add("equal arguments describe equal calls", this::deterministic);
    sentences.add("every call stays under base-url", this::underBase);
    sentences.add(
        "a task id cannot lead a call elsewhere", new HostileIds(subject, samples)::check);
    sentences.add("there are no headers but the declared ones", this::headers);
    sentences.add("the user's key is put in by the hub", this::credential);
    sentences.add("what may be paid twice is never sent twice", this::resend);
    sentences.add("the callback address is passed on", this::callback);
    sentences.add("the prompt arrives as it was written", this::prompt);
    ResultFetches fetches = new ResultFetches(subject);
    sentences.add("a result is fetched by a read that may be repeated", fetches::readsOnly);
    sentences.add("a result elsewhere does not get the user's key", fetches::keyStaysAtHome);
    return sentences.tests();
  }

  private void deterministic() {
    ProviderAdapter twin = subject.twin();
    for (Described described : all) {
      HttpCall call = described.call().apply(subject.adapter());
      assertThat(described.call().apply(subject.adapter()))
          .as("%s, described again; no clocks, counters or randomness", described.what())
          .isEqualTo(call);
      assertThat(described.call().apply(twin))
          .as("%s, described by another adapter with the same settings", described.what())
          .isEqualTo(call);
    }
  }

  private void underBase() {
    ProviderAdapter elsewhere = subject.adapterWith(Subject.BASE_URL, STAND_IN);
    for (Described described : all) {
      requireUnder(STAND_IN, described.call().apply(elsewhere).uri(), described.what());
    }
  }

  static void requireUnder(String base, URI uri, String what) {
    assertThat(uri.normalize().toString())
        .as("%s, with base-url %s", what, base)
        .startsWith(base + "/");
    assertThat(uri.getFragment()).as("a fragment in the address of %s", what).isNull();
  }

  private void headers() {
    for (Described described : all) {
      HttpCall call = described.call().apply(subject.adapter());
      assertThat(subject.headers())
          .as(
              "%s carries headers that headers() does not declare; the hub itself sets"
                  + " User-Agent, Content-Type and the credential",
              described.what())
          .containsAll(call.headers().keySet());
      call.headers()
          .forEach(
              (name, value) -> {
                assertThat(name).as("a header's name").matches(TOKEN);
                assertThat(value).as("header %s", name).doesNotContain("\r", "\n");
              });
    }
  }

  private void credential() {
    for (Described described : all) {
      Credential place = described.call().apply(subject.adapter()).credential();
      boolean free = described.operation() == Operation.STATUS;
      if (place instanceof Credential.KeyHeader header) {
        assertThat(header.header()).as("the key's header of %s", described.what()).matches(TOKEN);
      } else if (!free) {
        throw new AssertionError(
            described.what()
                + " has no place for the user's key; use withCredential(Credential.bearer())");
      }
    }
  }

  private void resend() {
    for (Described described : all) {
      HttpCall call = described.call().apply(subject.adapter());
      if (described.operation() != Operation.SUBMIT) {
        assertThat(call.resend()).as("%s reads only", described.what()).isEqualTo(Resend.SAFE);
      } else if (call.resend() == Resend.SAFE && call.body() instanceof CallBody.JsonText) {
        assertThat(call.headers() + text(call))
            .as(
                "%s may be sent again, so it must carry CallContext.idempotencyKey(); else it is"
                    + " Resend.NEVER_AFTER_SEND",
                described.what())
            .contains(HubWords.IDEMPOTENCY_KEY);
      }
    }
  }

  private void callback() {
    for (Described described : all) {
      HttpCall call = described.call().apply(subject.adapter());
      boolean makesTask =
          described.operation() == Operation.SUBMIT && call.resend() == Resend.NEVER_AFTER_SEND;
      String said = call.uri() + " " + call.headers() + " " + text(call);
      if (makesTask && subject.does(Behaviour.SENDS_CALLBACKS)) {
        assertThat(said)
            .as("%s, which gives no CallContext.callback()", described.what())
            .contains(HubWords.CALLBACK.toString());
      } else {
        assertThat(said).as(described.what()).doesNotContain(HubWords.CALLBACK.toString());
      }
    }
  }

  private void prompt() {
    for (ModelSpec model : subject.models()) {
      for (String taskType : model.taskTypes()) {
        if (!ParentTask.FOLLOW_UPS.contains(taskType)) {
          prompt(samples.smallest(model, taskType));
        }
      }
    }
  }

  private void prompt(Json input) {
    Json odd = input.merged(Json.object().put("prompt", ODD_PROMPT).build());
    GenerationRequest request = samples.intake().take(odd).orFail();
    HttpCall call = subject.adapter().submit().describe(request, HubWords.context());
    Json body = Json.tryParse(text(call)).orElse(Json.MISSING);
    assertThat(JsonTree.places(body))
        .as("a field with the prompt in the body %s", body)
        .anyMatch(place -> place.in(body).text().orElse("").contains(ODD_PROMPT));
  }

  private static String text(HttpCall call) {
    return call.body() instanceof CallBody.JsonText body ? body.text() : "";
  }
}
