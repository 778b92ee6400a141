package dev.genhub.replicate;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SignatureVerdict;
import dev.genhub.spi.StandardWebhook;
import dev.genhub.spi.TaskStatus;
import java.time.Instant;
import java.util.Optional;

/** Replicate posts the prediction, signed by Standard Webhooks (webhooks: verify a webhook). */
record ReplicateCallbacks(Predictions predictions) implements CallbackReader {

  /** The name of the setting; the value comes at each check and is never kept. */
  static final String SECRET = "webhook-secret";

  @Override
  public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
    return StandardWebhook.verify(request, secrets.find(SECRET), now);
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
    return predictions.read(request.json(), Optional.empty());
  }
}
