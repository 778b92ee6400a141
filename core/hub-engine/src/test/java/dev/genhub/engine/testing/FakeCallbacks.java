package dev.genhub.engine.testing;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SignatureVerdict;
import dev.genhub.spi.TaskStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Callbacks such as {@code {"taskId": "t-1"}}. Where the operator set the secret {@code hmac-key},
 * the header {@code X-Signature} must equal it, or be {@code old}.
 */
public final class FakeCallbacks implements CallbackReader {

  private final boolean readable;

  public FakeCallbacks() {
    this(true);
  }

  private FakeCallbacks(boolean readable) {
    this.readable = readable;
  }

  /** A reader that throws whatever it is asked to read. */
  public static FakeCallbacks unreadable() {
    return new FakeCallbacks(false);
  }

  @Override
  public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
    Optional<String> expected = secrets.find("hmac-key");
    if (expected.isEmpty()) {
      return SignatureVerdict.NOT_CONFIGURED;
    }
    String given = request.header("X-Signature").orElse("");
    if (given.equals("old")) {
      return SignatureVerdict.STALE;
    }
    return given.equals(expected.get()) ? SignatureVerdict.VALID : SignatureVerdict.INVALID;
  }

  @Override
  public boolean bodyIsSigned() {
    return false;
  }

  @Override
  public Optional<String> taskId(CallbackRequest request) {
    if (!readable) {
      throw new IllegalStateException("this reader cannot read");
    }
    return request.json().at("taskId").nonBlankText();
  }

  @Override
  public TaskStatus read(CallbackRequest request) {
    return TaskStatus.Running.unmeasured();
  }
}
