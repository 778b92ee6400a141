package dev.genhub.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  private final AddressGuard guard = new AddressGuard(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "localhost",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "100::1"
      })
  void whatIsNotTheOpenInternetIsNotReached(String address) {
    assertThatThrownBy(() -> guard.resolve(address))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining(address)
        .hasMessageContaining("genhub.webhooks.allow-private-addresses");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.1.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "2003::1",
        "101::1"
      })
  void theOpenInternetIsReached(String address) {
    assertThatCode(() -> guard.resolve(address)).doesNotThrowAnyException();
  }

  @Test
  void forDevelopmentEverythingMayBeReached() {
    assertThatCode(() -> new AddressGuard(true).resolve("127.0.0.1")).doesNotThrowAnyException();
  }

  @Test
  void itStandsBetweenAClientAndTheMachineItself() throws Exception {
    AtomicInteger reached = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          reached.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    HttpGet get = new HttpGet("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    try (CloseableHttpClient guarded = client(false);
        CloseableHttpClient open = client(true)) {
      assertThatThrownBy(() -> guarded.execute(get, response -> response.getCode()))
          .isInstanceOf(UnknownHostException.class);
      assertThat(reached).hasValue(0);
      assertThat(open.<Integer>execute(get, response -> response.getCode())).isEqualTo(200);
    } finally {
      server.stop(0);
    }
  }

  private static CloseableHttpClient client(boolean allowPrivate) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new AddressGuard(allowPrivate))
                .build())
        .build();
  }
}
