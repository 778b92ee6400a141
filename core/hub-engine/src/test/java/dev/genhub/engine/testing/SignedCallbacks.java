package dev.genhub.engine.testing;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SignatureVerdict;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Callbacks of a provider that signs their bodies, such as {@code {"taskId": "t-1", "state":
 * "running", "progress": 40}}. The header {@code X-Signature} must be {@code right}.
 */
public final class SignedCallbacks implements CallbackReader {

  @Override
  public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
    return request.header("X-Signature").filter("right"::equals).isPresent()
        ? SignatureVerdict.VALID
        : SignatureVerdict.INVALID;
  }

  @Override
  public boolean bodyIsSigned() {
    return true;
  }

  @Override
  public Optional<String> taskId(CallbackRequest request) {
    return request.json().at("taskId").nonBlankText();
  }

  @Override
  public TaskStatus read(CallbackRequest request) {
    Json body = request.json();
    String state = body.at("state").text().orElse("");
    return switch (state) {
      case "running" ->
          new TaskStatus.Running(
              body.at("progress").integer().map(OptionalInt::of).orElse(OptionalInt.empty()));
      case "done" ->
          TaskStatus.Succeeded.of(
              List.of(
                  Artifact.remote(ContentType.IMAGE, URI.create("https://cdn.test/signed.png"))));
      case "failed" ->
          new TaskStatus.Failed(
              Failure.uncharged(FailureKind.CONTENT_REJECTED, "", "not this picture"));
      default -> new TaskStatus.Unrecognised(state);
    };
  }
}
