package dev.genhub.acme;

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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Acme signs time and body. */
class AcmeCallbacks implements CallbackReader {

  @Override
  public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
    Optional<String> secret = secrets.find("callback-secret").filter(text -> !text.isBlank());
    if (secret.isEmpty()) {
      return SignatureVerdict.NOT_CONFIGURED;
    }
    String time = request.header("acme-time").orElse("");
    byte[] given = request.header("acme-signature").orElse("").getBytes(StandardCharsets.UTF_8);
    String expected = AcmeSigner.sign(secret.get(), time + "." + request.body());
    if (!time.matches("\\d{1,12}")
        || !MessageDigest.isEqual(given, expected.getBytes(StandardCharsets.UTF_8))) {
      return SignatureVerdict.INVALID;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now).abs();
    return age.toMinutes() >= 5 ? SignatureVerdict.STALE : SignatureVerdict.VALID;
  }

  @Override
  public boolean bodyIsSigned() {
    return true;
  }

  @Override
  public Optional<String> taskId(CallbackRequest request) {
    return request.json().at("id").nonBlankText();
  }

  @Override
  public TaskStatus read(CallbackRequest request) {
    return state(request.json());
  }

  static TaskStatus state(Json job) {
    return switch (job.at("state").text().orElse("")) {
      case "queued" -> TaskStatus.Running.unmeasured();
      case "working" ->
          new TaskStatus.Running(
              job.at("percent")
                  .integer()
                  .filter(figure -> figure >= 0 && figure < 100)
                  .map(OptionalInt::of)
                  .orElse(OptionalInt.empty()));
      case "done" -> done(job);
      case "failed" ->
          new TaskStatus.Failed(
              Failure.uncharged(
                  FailureKind.PROVIDER_ERROR,
                  "",
                  job.at("reason").nonBlankText().orElse("no reason given")));
      default -> new TaskStatus.Unrecognised("state " + job.at("state"));
    };
  }

  private static TaskStatus done(Json job) {
    List<Artifact> images =
        job.at("images").items().stream()
            .flatMap(url -> url.text().stream())
            .filter(url -> url.startsWith("https://"))
            .map(url -> Artifact.remote(ContentType.IMAGE, URI.create(url)))
            .toList();
    return images.isEmpty()
        ? new TaskStatus.Unrecognised("done without images")
        : new TaskStatus.Succeeded(images, job.at("cost").number());
  }
}
