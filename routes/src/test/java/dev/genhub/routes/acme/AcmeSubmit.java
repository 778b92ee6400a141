package dev.genhub.routes.acme;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.Credential;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.time.Duration;

/** {@code POST /tasks}. The parameter {@code address} sends the call somewhere else. */
record AcmeSubmit(URI base) implements HttpOperation<GenerationRequest, SubmitOutcome> {

  @Override
  public HttpCall describe(GenerationRequest request, CallContext context) {
    String address = request.parameters().at("address").text().orElse(base.toString());
    Json body =
        Json.object()
            .put("prompt", request.prompt())
            .putText("callback", context.callback().map(URI::toString))
            .build();
    return HttpCall.post(URI.create(address + "/tasks"), body)
        .withCredential(Credential.bearer())
        .withAnswerWithin(Duration.ofSeconds(2));
  }

  @Override
  public SubmitOutcome interpret(GenerationRequest request, HttpReply reply) {
    return switch (reply.status()) {
      case 200 ->
          reply
              .json()
              .at("id")
              .text()
              .<SubmitOutcome>map(SubmitOutcome.Accepted::new)
              .orElse(new SubmitOutcome.Unclear("no id"));
      case 400 -> refused(FailureKind.INVALID_REQUEST, reply);
      case 401 -> refused(FailureKind.INVALID_API_KEY, reply);
      case 429 -> refused(FailureKind.RATE_LIMITED, reply);
      case 503 -> refused(FailureKind.PROVIDER_UNAVAILABLE, reply);
      default -> new SubmitOutcome.Unclear("status " + reply.status());
    };
  }

  private static SubmitOutcome refused(FailureKind kind, HttpReply reply) {
    return new SubmitOutcome.Rejected(
        Failure.uncharged(kind, String.valueOf(reply.status()), "refused")
            .after(reply.retryAfter()));
  }
}
