package dev.genhub.testkit;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.FailureKind;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the hub says to adapters: the task types of its API, and the context of a call. */
final class HubWords {

  static final URI CALLBACK = URI.create("https://hub.example/callback");
  static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  static final String IDEMPOTENCY_KEY = "019bc1a8-7c00-7000-8000-000000000001";

  /** The task types of the HTTP API, with what they make. */
  static final Map<String, ContentType> TASK_TYPES =
      Map.ofEntries(
          Map.entry("text2img", ContentType.IMAGE),
          Map.entry("img2img", ContentType.IMAGE),
          Map.entry("upscale_image", ContentType.IMAGE),
          Map.entry("vary_image", ContentType.IMAGE),
          Map.entry("text2video", ContentType.VIDEO),
          Map.entry("img2video", ContentType.VIDEO),
          Map.entry("reference2video", ContentType.VIDEO),
          Map.entry("video2video", ContentType.VIDEO),
          Map.entry("extend_video", ContentType.VIDEO),
          Map.entry("upscale_video", ContentType.VIDEO),
          Map.entry("text2music", ContentType.MUSIC),
          Map.entry("extend_music", ContentType.MUSIC));

  /** Failures that only the hub can know. */
  static final Set<FailureKind> ITS_OWN_FAILURES =
      Set.of(
          FailureKind.TIMED_OUT,
          FailureKind.SUBMISSION_OUTCOME_UNKNOWN,
          FailureKind.UNREADABLE_REPLY);

  private HubWords() {}

  static CallContext context() {
    return new CallContext(NOW, IDEMPOTENCY_KEY, Optional.of(CALLBACK));
  }

  static CallContext contextWithoutCallback() {
    return new CallContext(NOW, IDEMPOTENCY_KEY, Optional.empty());
  }
}
