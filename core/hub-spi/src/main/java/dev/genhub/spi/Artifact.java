package dev.genhub.spi;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * One result of a task.
 *
 * @param itemId the provider's id of this result, where follow-ups need it
 * @param duration seconds
 * @param resolution for example {@code 720p}
 * @param style what a music track was made to sound like
 */
public record Artifact(
    ContentType contentType,
    Source source,
    Optional<String> itemId,
    Optional<String> title,
    Optional<URI> thumbnail,
    Optional<BigDecimal> duration,
    Optional<String> resolution,
    Optional<Boolean> hasAudio,
    Optional<String> style) {

  public Artifact {
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(itemId, "itemId");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(thumbnail, "thumbnail");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(resolution, "resolution");
    Objects.requireNonNull(hasAudio, "hasAudio");
    Objects.requireNonNull(style, "style");
  }

  /** Where the bytes are. */
  public sealed interface Source {

    /** At an address, fetched by the hub as {@link ProviderAdapter#fetch} describes. */
    record Remote(URI uri) implements Source {
      public Remote {
        Objects.requireNonNull(uri, "uri");
      }
    }

    /** In the reply itself. */
    record Inline(String mimeType, String base64) implements Source {
      public Inline {
        Objects.requireNonNull(mimeType, "mimeType");
        Objects.requireNonNull(base64, "base64");
      }

      @Override
      public String toString() {
        return "Inline[mimeType=" + mimeType + ", " + base64.length() + " characters]";
      }
    }
  }

  /** A file at an address, nothing else known. */
  public static Artifact remote(ContentType type, URI uri) {
    return of(type, new Source.Remote(uri));
  }

  /** A file in the reply itself, nothing else known. */
  public static Artifact inline(ContentType type, String mimeType, String base64) {
    return of(type, new Source.Inline(mimeType, base64));
  }

  private static Artifact of(ContentType type, Source source) {
    return new Artifact(
        type,
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with the provider's id of it. */
  public Artifact withItemId(Optional<String> id) {
    return new Artifact(
        contentType, source, id, title, thumbnail, duration, resolution, hasAudio, style);
  }

  /** The same with a title. */
  public Artifact withTitle(Optional<String> text) {
    return new Artifact(
        contentType, source, itemId, text, thumbnail, duration, resolution, hasAudio, style);
  }

  /** The same with the address of a small picture of it. */
  public Artifact withThumbnail(Optional<URI> uri) {
    return new Artifact(
        contentType, source, itemId, title, uri, duration, resolution, hasAudio, style);
  }

  /** The same with its length in seconds. */
  public Artifact withDuration(Optional<BigDecimal> seconds) {
    return new Artifact(
        contentType, source, itemId, title, thumbnail, seconds, resolution, hasAudio, style);
  }

  /** The same with its resolution, for example {@code 720p}. */
  public Artifact withResolution(Optional<String> text) {
    return new Artifact(
        contentType, source, itemId, title, thumbnail, duration, text, hasAudio, style);
  }

  /** The same, known to have sound or none. */
  public Artifact withAudio(boolean sound) {
    return new Artifact(
        contentType,
        source,
        itemId,
        title,
        thumbnail,
        duration,
        resolution,
        Optional.of(sound),
        style);
  }

  /** The same with what a track was made to sound like. */
  public Artifact withStyle(Optional<String> text) {
    return new Artifact(
        contentType, source, itemId, title, thumbnail, duration, resolution, hasAudio, text);
  }
}
