package dev.genhub.engine.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;

/** The keys at a JWKS address, and whether they could be read the last time. */
final class PublishedKeys implements JWKSetSource<SecurityContext> {

  private static final int MILLIS = 3_000;
  private static final int BYTES = 200_000;

  private final JWKSetSource<SecurityContext> source;
  private volatile boolean readable;

  /**
   * @throws IllegalArgumentException if the address is no URL
   */
  PublishedKeys(URI address) {
    try {
      source =
          new URLBasedJWKSetSource<>(
              address.toURL(), new DefaultResourceRetriever(MILLIS, MILLIS, BYTES));
    } catch (MalformedURLException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException("the JWKS address '" + address + "' is not a URL", wrong);
    }
  }

  /** False before the first time. */
  boolean readable() {
    return readable;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long currentTime, SecurityContext context)
      throws KeySourceException {
    try {
      JWKSet keys = source.getJWKSet(refresh, currentTime, context);
      readable = true;
      return keys;
    } catch (KeySourceException failed) {
      readable = false;
      throw failed;
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
