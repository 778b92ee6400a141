package dev.genhub.engine.content;

import dev.genhub.engine.call.CredentialReference;
import dev.genhub.spi.Credential;
import dev.genhub.spi.HttpCall;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
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

  /** As many as the client itself follows where no key is involved. */
  private static final int MOST_REDIRECTS = 50;

  private static final RequestConfig WHERE_IT_IS_SENT =
      RequestConfig.custom().setRedirectsEnabled(false).build();

  /** How the result of a plugin is fetched. */
  @FunctionalInterface
  public interface Fetches {

    /** The call that fetches the file at an address. */
    HttpCall describe(String plugin, URI file);
  }

  private final CloseableHttpClient http;
  private final Fetches fetches;
  private final MediaStore media;

  /**
   * @param http fetches from public addresses only, with timeouts; exchanges a reference to a key
   *     for the key
   * @param fetches asks the adapters
   */
  public CopyResult(CloseableHttpClient http, Fetches fetches, MediaStore media) {
    this.http = http;
    this.fetches = fetches;
    this.media = media;
  }

  /** Copies; a failure is a value, as the row knows how often to try. */
  public Copy copy(ArchiveStore.Unarchived result) {
    try {
      HttpCall call = fetches.describe(result.plugin(), result.source());
      return call.credential() instanceof Credential.KeyHeader place
          ? fetchWithKey(result, call.uri(), reference(result, place))
          : fetch(result, call.uri());
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

  private Copy fetch(ArchiveStore.Unarchived result, URI source) throws IOException {
    return http.execute(get(source), response -> keep(result, response));
  }

  private static CredentialReference reference(
      ArchiveStore.Unarchived result, Credential.KeyHeader place) throws IOException {
    return new CredentialReference(
        result
            .keyVersionId()
            .orElseThrow(() -> new IOException("the result's key is not known any more")),
        place);
  }

  /** What an answer led to: a copy, or another address. */
  private record Step(Optional<Copy> made, URI next) {}

  /** The client would take every header along to wherever it is sent; a key stays at its origin. */
  private Copy fetchWithKey(ArchiveStore.Unarchived result, URI source, CredentialReference key)
      throws IOException {
    URI at = source;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      // each answer is read to its end first, as it holds a connection until then
      Step step = step(result, at, key);
      if (step.made().isPresent()) {
        return step.made().get();
      }
      if (!sameOrigin(source, step.next())) {
        return fetch(result, step.next());
      }
      at = step.next();
    }
    throw new IOException("the provider redirects in a circle");
  }

  private Step step(ArchiveStore.Unarchived result, URI source, CredentialReference key)
      throws IOException {
    HttpGet request = get(source);
    request.setHeader(CredentialReference.HEADER, key.encoded());
    request.setConfig(WHERE_IT_IS_SENT);
    return http.execute(
        request,
        response ->
            response.getCode() / 100 == 3 && response.containsHeader(HttpHeaders.LOCATION)
                ? new Step(Optional.empty(), location(source, response))
                : new Step(Optional.of(keep(result, response)), source));
  }

  private static URI location(URI source, ClassicHttpResponse response) {
    return source.resolve(response.getFirstHeader(HttpHeaders.LOCATION).getValue());
  }

  private static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && Objects.equals(one.getRawAuthority(), other.getRawAuthority());
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
