package dev.genhub.engine.testing;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/** Results as providers tell of them. */
public final class Artifacts {

  private Artifacts() {}

  /** An image at the provider's address. */
  public static Artifact image(String name) {
    return Artifact.remote(ContentType.IMAGE, URI.create("https://cdn.test/" + name));
  }

  /** An image inside the reply. */
  public static Artifact inline(byte[] bytes) {
    return inline("image/webp", Base64.getEncoder().encodeToString(bytes));
  }

  /** The same with any words. */
  public static Artifact inline(String mimeType, String base64) {
    Artifact image = image("unused");
    return new Artifact(
        ContentType.IMAGE,
        new Artifact.Source.Inline(mimeType, base64),
        image.itemId(),
        image.title(),
        image.thumbnail(),
        image.duration(),
        image.resolution(),
        image.hasAudio(),
        image.style());
  }

  /** A video of which everything is known. */
  public static Artifact video(String name, String itemId, String title, String resolution) {
    return new Artifact(
        ContentType.VIDEO,
        new Artifact.Source.Remote(URI.create("https://cdn.test/" + name)),
        Optional.of(itemId),
        Optional.of(title),
        Optional.of(URI.create("https://cdn.test/thumb.jpg")),
        Optional.of(new BigDecimal("7.6")),
        Optional.of(resolution),
        Optional.of(true),
        Optional.of("calm"));
  }
}
