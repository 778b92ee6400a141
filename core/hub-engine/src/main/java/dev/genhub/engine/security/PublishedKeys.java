package dev.genhub.engine.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.jwk.source.RefreshAheadCachingJWKSetSource;
import com.nimbusds.jose.jwk.source.RetryingJWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * The public keys that a JWKS address publishes (RFC 7517, 5). They are kept for ten minutes and
 * read again after five, behind the callers' backs, so that an outage of less than five minutes is
 * not noticed. An unknown key id is looked for once more, at a bounded rate. Times come from the
 * hub's clock.
 */
final class PublishedKeys implements JWKSource<SecurityContext> {

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration WAIT_FOR_ANOTHER = Duration.ofSeconds(10);

  /** In each of these, two reads at most. */
  private static final Duration RATE = Duration.ofSeconds(10);

  private static final int READ_MILLIS = 3_000;
  private static final int MOST_BYTES = 200_000;

  private final Clock clock;
  private final LastRead address;
  private final JWKSetSource<SecurityContext> kept;

  PublishedKeys(URI address, Clock clock) {
    this.clock = clock;
    this.address = new LastRead(at(address));
    this.kept =
        new RefreshAheadCachingJWKSetSource<>(
            new RateLimitedJWKSetSource<>(
                new RetryingJWKSetSource<>(this.address, null), RATE.toMillis(), null),
            GOOD_FOR.toMillis(),
            WAIT_FOR_ANOTHER.toMillis(),
            AHEAD.toMillis(),
            false,
            Executors.newSingleThreadExecutor(PublishedKeys::daemon),
            true,
            null);
  }

  private static JWKSetSource<SecurityContext> at(URI address) {
    try {
      return new URLBasedJWKSetSource<>(
          address.toURL(), new DefaultResourceRetriever(READ_MILLIS, READ_MILLIS, MOST_BYTES));
    } catch (MalformedURLException wrong) {
      throw new IllegalArgumentException("the JWKS address " + address + " is not a URL", wrong);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "jwks");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public List<JWK> get(JWKSelector wanted, SecurityContext context) throws KeySourceException {
    JWKSet known = kept.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), clock.millis(), context);
    List<JWK> fitting = wanted.select(known);
    return fitting.isEmpty() ? lookAgain(wanted, known, context) : fitting;
  }

  private List<JWK> lookAgain(JWKSelector wanted, JWKSet known, SecurityContext context)
      throws KeySourceException {
    try {
      return wanted.select(
          kept.getJWKSet(
              JWKSetCacheRefreshEvaluator.referenceComparison(known), clock.millis(), context));
    } catch (RateLimitReachedException tooSoon) {
      if (address.failed) {
        throw tooSoon;
      }
      return List.of(); // looked a moment ago, and no such key was there
    }
  }

  /** Whether a key of this id is published, as far as is known without asking. */
  boolean names(String keyId) {
    JWKSet last = address.last;
    return last != null && last.getKeyByKeyId(keyId) != null;
  }

  /** Remembers how the latest read went. */
  private static final class LastRead implements JWKSetSource<SecurityContext> {

    private final JWKSetSource<SecurityContext> address;
    private volatile JWKSet last;
    private volatile boolean failed;

    LastRead(JWKSetSource<SecurityContext> address) {
      this.address = address;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
        throws KeySourceException {
      failed = true;
      last = address.getJWKSet(refresh, now, context);
      failed = false;
      return last;
    }

    @Override
    public void close() throws java.io.IOException {
      address.close();
    }
  }
}
