package dev.genhub.app;

import dev.genhub.engine.call.KeyInsertion;
import dev.genhub.engine.content.AddressGuard;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** The HTTP client that fetches results: from public addresses, within time. */
final class FetchHttp {
  private static final int CONNECTIONS = 32;

  private FetchHttp() {}

  /**
   * A client that reaches only what the guard resolves.
   *
   * @param openKey decrypts a stored key at the moment it leaves, for files that need one
   */
  static CloseableHttpClient client(AddressGuard guard, Function<UUID, String> openKey) {
    ConnectionConfig limits =
        ConnectionConfig.custom()
            .setConnectTimeout(5, TimeUnit.SECONDS)
            .setSocketTimeout(30, TimeUnit.SECONDS)
            .build();
    return HttpClients.custom()
        .setUserAgent("Genhub/1.0")
        .disableCookieManagement()
        .addRequestInterceptorLast(new KeyInsertion(openKey))
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultConnectionConfig(limits)
                .build())
        .build();
  }
}
