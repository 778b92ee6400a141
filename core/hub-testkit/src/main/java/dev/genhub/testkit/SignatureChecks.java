package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.SignatureVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Verdicts on callbacks that the author's signer signed. */
final class SignatureChecks {

  private static final List<String> GARBAGE =
      List.of("", " ", "garbage", "v1,", "====", "é😀", "-1", "9".repeat(30), "x".repeat(10_000));

  private static final String OTHER_TASK = "0the9r0task0of0another0generation";

  private final Subject subject;
  private final CallbackReader reader;
  private final CallbackSigner signer;
  private final List<CallbackRequest> recorded;

  SignatureChecks(Subject subject, CallbackReader reader, List<CallbackRequest> recorded) {
    this.subject = subject;
    this.reader = reader;
    this.signer = subject.signer().orElseThrow();
    this.recorded = recorded;
  }

  void addTo(Sentences sentences) {
    sentences.add("a fresh signature is valid", this::fresh);
    sentences.add("an old signature is stale, and so is a replay", this::stale);
    sentences.add("a signature from the future is not valid", this::early);
    sentences.add("a missing signature is invalid", this::missing);
    sentences.add("a changed signature is not valid", this::tampered);
    sentences.add("a signature by another secret is invalid", this::otherSecret);
    sentences.add("the signature of another task is invalid", this::otherTask);
    sentences.add("garbage in the headers is invalid, not an exception", this::garbage);
    sentences.add("nothing shows the secret", this::secretStaysHidden);
    if (subject.does(Behaviour.SIGNS_CALLBACK_BODY)) {
      sentences.add("a changed body is invalid", this::otherBody);
    }
  }

  private List<CallbackRequest> signedAt(Instant at) {
    return recorded.stream()
        .filter(request -> reader.taskId(request).isPresent())
        .map(request -> signer.sign(request, signer.secret(), at))
        .toList();
  }

  private List<CallbackRequest> signedNow() {
    return signedAt(HubWords.NOW);
  }

  private SignatureVerdict verdict(CallbackRequest request) {
    return reader.verify(request, subject.secrets(signer.secret()), HubWords.NOW);
  }

  private void require(CallbackRequest request, String why, SignatureVerdict... allowed) {
    assertThat(verdict(request)).as("%s: %s", why, request.body()).isIn((Object[]) allowed);
  }

  private void fresh() {
    assertThat(signedNow()).as("recorded callbacks that name a task").isNotEmpty();
    signedNow().forEach(request -> require(request, "just signed", SignatureVerdict.VALID));
    signedAt(HubWords.NOW.minusSeconds(10))
        .forEach(request -> require(request, "ten seconds old", SignatureVerdict.VALID));
  }

  private void stale() {
    signedAt(HubWords.NOW.minus(Duration.ofDays(1)))
        .forEach(request -> require(request, "a day old", SignatureVerdict.STALE));
  }

  private void early() {
    signedAt(HubWords.NOW.plus(Duration.ofDays(1)))
        .forEach(
            request ->
                require(
                    request,
                    "a day ahead of time",
                    SignatureVerdict.STALE,
                    SignatureVerdict.INVALID));
  }

  private void missing() {
    for (CallbackRequest request : signedNow()) {
      require(with(request, Map.of()), "no headers", SignatureVerdict.INVALID);
      for (String header : signatureHeaders(request)) {
        Map<String, List<String>> fewer = new HashMap<>(request.headers());
        fewer.remove(header);
        require(with(request, fewer), "without " + header, SignatureVerdict.INVALID);
      }
    }
  }

  private void tampered() {
    for (CallbackRequest request : signedNow()) {
      for (String header : signatureHeaders(request)) {
        String value = request.header(header).orElseThrow();
        char old = value.charAt(value.length() / 2);
        String changed =
            value.substring(0, value.length() / 2)
                + (old == '1' ? '2' : '1')
                + value.substring(value.length() / 2 + 1);
        require(
            with(request, header, changed),
            "a character of " + header + " changed",
            SignatureVerdict.INVALID,
            SignatureVerdict.STALE);
      }
    }
  }

  private void otherSecret() {
    String other = new StringBuilder(signer.secret()).reverse().toString();
    for (CallbackRequest request : signedNow()) {
      assertThat(reader.verify(request, subject.secrets(other), HubWords.NOW))
          .as("verdict when the operator's secret is another one")
          .isEqualTo(SignatureVerdict.INVALID);
    }
  }

  private void otherTask() {
    for (CallbackRequest request : signedNow()) {
      String own = reader.taskId(request).orElseThrow();
      CallbackRequest moved =
          new CallbackRequest(request.headers(), request.body().replace(own, OTHER_TASK));
      require(moved, "headers of task " + own, SignatureVerdict.INVALID);
    }
  }

  private void otherBody() {
    for (CallbackRequest request : signedNow()) {
      CallbackRequest changed = new CallbackRequest(request.headers(), request.body() + " ");
      require(changed, "a space more in the body", SignatureVerdict.INVALID);
    }
  }

  private void garbage() {
    for (CallbackRequest request : signedNow()) {
      for (String header : signatureHeaders(request)) {
        for (String value : GARBAGE) {
          require(
              with(request, header, value),
              "'" + value + "' in " + header,
              SignatureVerdict.INVALID,
              SignatureVerdict.STALE);
        }
      }
    }
  }

  private void secretStaysHidden() {
    for (CallbackRequest request : signedNow()) {
      String shown =
          String.join(
              "\n",
              String.valueOf(verdict(request)),
              String.valueOf(reader.taskId(request)),
              String.valueOf(reader.read(request)),
              String.valueOf(reader),
              String.valueOf(subject.adapter()),
              String.valueOf(subject.plugin()));
      assertThat(shown)
          .as("toString() of the reader, the adapter, the plugin and what they return")
          .doesNotContain(signer.secret());
    }
  }

  /** The headers that the signer added. */
  private Set<String> signatureHeaders(CallbackRequest request) {
    Set<String> before =
        recorded.stream()
            .filter(each -> each.body().equals(request.body()))
            .flatMap(each -> each.headers().keySet().stream())
            .collect(Collectors.toSet());
    return request.headers().keySet().stream()
        .filter(name -> !before.contains(name))
        .collect(Collectors.toSet());
  }

  private CallbackRequest with(CallbackRequest request, String header, String value) {
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    headers.put(header, List.of(value));
    return with(request, headers);
  }

  private CallbackRequest with(CallbackRequest request, Map<String, List<String>> headers) {
    return new CallbackRequest(headers, request.body());
  }
}
