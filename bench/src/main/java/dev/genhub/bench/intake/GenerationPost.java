package dev.genhub.bench.intake;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The bytes of a user's {@code POST /v1/generations}, made once: the load must cost little. */
public final class GenerationPost {
  /** What is asked for, in posts and in bare rows. */
  static final String PROMPT =
      "A lighthouse on a rocky coast at dusk, long exposure, soft light, in the style of an old"
          + " photograph";

  private static final String BODY =
      "{\"model\":\"midjourney-6\",\"prompt\":\""
          + PROMPT
          + "\",\"parameters\":{\"aspectRatio\":\"16:9\",\"stylization\":250}}";

  private final String head;
  private final boolean idempotencyKeys;
  private final Buffer plain;

  private GenerationPost(String head, boolean idempotencyKeys) {
    this.head = head;
    this.idempotencyKeys = idempotencyKeys;
    this.plain = Buffer.buffer(head + "\r\n" + BODY);
  }

  /**
   * The post of a user.
   *
   * @param idempotencyKeys whether each has an {@code Idempotency-Key} of its own
   */
  public static GenerationPost of(URI hub, String token, boolean idempotencyKeys) {
    String head =
        String.join(
            "\r\n",
            "POST /v1/generations HTTP/1.1",
            "Host: " + hub.getAuthority(),
            "Authorization: Bearer " + token,
            "Content-Type: application/json",
            "Content-Length: " + BODY.getBytes(StandardCharsets.UTF_8).length,
            "");
    return new GenerationPost(head, idempotencyKeys);
  }

  /** The bytes of the next one. */
  Buffer next() {
    return idempotencyKeys
        ? Buffer.buffer(head + "Idempotency-Key: " + UUID.randomUUID() + "\r\n\r\n" + BODY)
        : plain;
  }
}
