package dev.genhub.app;

import dev.genhub.engine.call.AnswerTime;
import dev.genhub.engine.call.KeyInsertion;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client of the one door to providers. */
final class ProviderHttp {

  private static final int CONNECTIONS = 512;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private ProviderHttp() {}

  /**
   * Makes the component.
   *
   * @param openKey decrypts a stored key at the moment it leaves
   */
  static HttpComponent component(Function<UUID, String> openKey) {
    HttpComponent component = new HttpComponent();
    component.setClientConnectionManager(connections());
    component.setConnectTimeout(CONNECT.toMillis());
    component.setResponseTimeout(AnswerTime.USUAL.toMillis());
    component.setConnectionRequestTimeout(CONNECT.toMillis());
    component.setFollowRedirects(false);
    component.setHttpClientConfigurer(
        client -> {
          // left on, the client itself would send a POST again on 429 and 503, and pay twice
          client.disableAutomaticRetries();
          client.disableRedirectHandling();
          client.disableCookieManagement();
          client.disableAuthCaching();
          // some providers refuse clients without a name at their outer wall
          client.setUserAgent("Genhub/1.0");
          client.addRequestInterceptorLast(new AnswerTime());
          client.addRequestInterceptorLast(new KeyInsertion(openKey));
        });
    return component;
  }

  private static PoolingHttpClientConnectionManager connections() {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setMaxConnTotal(CONNECTIONS)
        .setMaxConnPerRoute(CONNECTIONS)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(CONNECT))
                .setSocketTimeout(Timeout.of(AnswerTime.USUAL))
                // a connection that the provider closed meanwhile must not lose a submit
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build())
        .build();
  }
}
