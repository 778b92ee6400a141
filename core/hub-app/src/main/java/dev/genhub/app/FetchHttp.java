package dev.genhub.app;

import dev.genhub.engine.content.AddressGuard;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** The HTTP client that fetches results: from public addresses, within time. */
final class FetchHttp {
  private static final int CONNECTIONS = 32;

  private FetchHttp() {}

  /** A client that reaches only what the guard resolves. */
  static CloseableHttpClient client(AddressGuard guard) {
    ConnectionConfig limits =
        ConnectionConfig.custom()
            .setConnectTimeout(5, TimeUnit.SECONDS)
            .setSocketTimeout(30, TimeUnit.SECONDS)
            .build();
    return HttpClients.custom()
        .setUserAgent("Genhub/1.0")
        .disableCookieManagement()
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
