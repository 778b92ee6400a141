package dev.genhub.engine.content;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies a result from its provider into the hub's storage. */
public final class CopyResult {

  private static final Logger LOG = LoggerFactory.getLogger(CopyResult.class);
  private static final long LARGEST = 2L * 1024 * 1024 * 1024;

  /**
   * What became of a copy.
   *
   * @param kept empty when it failed this time
   */
  public record Copy(
      ArchiveStore.Unarchived result, Optional<MediaStore.Kept> kept, String mimeType) {}

  private final CloseableHttpClient http;
  private final MediaStore media;

  /**
   * @param http fetches from public addresses only, with timeouts
   */
  public CopyResult(CloseableHttpClient http, MediaStore media) {
    this.http = http;
    this.media = media;
  }

  /** Copies; a failure is a value, as the row knows how often to try. */
  public Copy copy(ArchiveStore.Unarchived result) {
    try {
      return http.execute(get(result.source()), response -> keep(result, response));
    } catch (IOException | RuntimeException failed) {
      LOG.warn(
          "generation={} content={} operation=archive attempt={} failed: {}",
          result.generationId(),
          result.id(),
          result.attempt(),
          failed.toString());
      return new Copy(result, Optional.empty(), "");
    }
  }

  /** Only what is fetched by HTTP: an address of another kind could name a file of this machine. */
  private static HttpGet get(URI source) throws IOException {
    if (!"https".equalsIgnoreCase(source.getScheme())
        && !"http".equalsIgnoreCase(source.getScheme())) {
      throw new IOException("'" + source.getScheme() + "' is no scheme that is fetched");
    }
    return new HttpGet(source);
  }

  private Copy keep(ArchiveStore.Unarchived result, ClassicHttpResponse response)
      throws IOException {
    if (response.getCode() != 200 || response.getEntity() == null) {
      throw new IOException("the provider answered " + response.getCode());
    }
    String type = response.getEntity().getContentType();
    if (ServedType.isPage(type)) {
      throw new IOException("the provider answered with a page of type " + type);
    }
    try (InputStream bytes = response.getEntity().getContent()) {
      MediaStore.Kept kept = media.keep(result.id(), bytes, LARGEST);
      if (kept.size() == 0) {
        media.delete(kept.path());
        throw new IOException("the provider answered with nothing");
      }
      return new Copy(result, Optional.of(kept), ServedType.of(result.contentType(), type));
    }
  }
}
