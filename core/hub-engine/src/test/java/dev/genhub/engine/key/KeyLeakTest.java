package dev.genhub.engine.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.call.CredentialReference;
import dev.genhub.engine.call.KeyInsertion;
import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.http.ApiJson;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.money.CreditsLow;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.testing.HubDatabase;
import dev.genhub.engine.testing.Requests;
import dev.genhub.engine.testing.SettableClock;
import dev.genhub.spi.Credential;
import dev.genhub.spi.HttpReply;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A key's whole life, with every logger wide open: afterwards it stands in no log line, exception,
 * text of an object, answer of the API or column of the database, in clear or merely encoded.
 */
class KeyLeakTest {

  private static final String FIRST = "sk-live-FIRST0123456789abcdefghij";
  private static final String SECOND = "sk-live-SECOND9876543210zyxwvutsr";

  /**
   * What the client itself says of its headers is its own; operators are told not to ask for it.
   */
  private static final List<String> WIRE = List.of("org.apache.hc.client5.http");

  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final List<String> said = new ArrayList<>();
  private final Queue<String> arrived = new ConcurrentLinkedQueue<>();
  private final SettableClock clock = SettableClock.midMonth();
  private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
  private final AppenderBase<ILoggingEvent> listener = new Listener();
  private Level usual;
  private HubDatabase database;
  private HttpServer provider;
  private KeyHub hub;
  private Caller caller;
  private Catalogue catalogue;

  private final class Listener extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      logged.add(event.getLoggerName() + " " + event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        logged.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
  }

  @BeforeEach
  void listen() throws IOException {
    database = HubDatabase.create();
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext("/", this::answer);
    provider.start();
    usual = root.getLevel();
    root.setLevel(Level.ALL);
    WIRE.forEach(name -> loggers.getLogger(name).setLevel(Level.INFO));
    listener.setContext(loggers);
    listener.start();
    root.addAppender(listener);
    hub = new KeyHub(database, clock, MasterKey.of(MasterKey.generate()));
    caller = new Caller(database.user(), false);
    catalogue = new Catalogue(List.of(new CheckingProvider(address()).installed()));
  }

  @AfterEach
  void close() {
    root.detachAppender(listener);
    root.setLevel(usual);
    WIRE.forEach(name -> loggers.getLogger(name).setLevel(null));
    provider.stop(0);
    database.close();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/");
  }

  /** Refuses every key, and says nothing of it. */
  private void answer(HttpExchange exchange) throws IOException {
    arrived.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    exchange.sendResponseHeaders(401, -1);
    exchange.close();
  }

  @Test
  void a_key_leaves_no_trace_but_at_its_provider() throws Exception {
    UUID key = createAndRead();
    test(key);
    replaceAndTest(key);
    rewrap();
    failures(key);
    hub.keys.delete(Actor.of(caller.userId()), key);

    assertThat(arrived)
        .as("the key did travel")
        .containsExactly("Bearer " + FIRST, "Bearer " + SECOND);
    assertThat(logged).as("the listener listens").anyMatch(line -> line.contains("insert into"));
    List<String> database = dump();
    assertThat(database)
        .as("the dump dumps")
        .anyMatch(row -> row.contains(caller.userId().toString()));
    for (String clear : List.of(FIRST, SECOND)) {
      for (String form : forms(clear)) {
        assertThat(logged).noneMatch(line -> line.contains(form));
        assertThat(said).noneMatch(line -> line.contains(form));
        assertThat(database).noneMatch(row -> row.contains(form));
      }
    }
  }

  /** In clear, and as whoever hides it badly would write it. */
  private static List<String> forms(String clear) {
    byte[] bytes = clear.getBytes(StandardCharsets.UTF_8);
    return List.of(
        clear,
        clear.substring(4, clear.length() - 4),
        Base64.getEncoder().withoutPadding().encodeToString(bytes).substring(0, 40),
        HexFormat.of().formatHex(bytes));
  }

  private UUID createAndRead() {
    ApiRequest create =
        Requests.post(
            caller, "{\"provider\": \"fake\", \"name\": \"main\", \"apiKey\": \"" + FIRST + "\"}");
    ApiResponse created = new CreateKey(hub.keys, catalogue).create(create);
    KeyView view = (KeyView) created.body();
    say(create);
    say(created);
    say(new ListKeys(hub.keys).list(Requests.post(caller, "")));
    say(new GetKey(hub.keys).get(Requests.on(caller, view.id(), "")));
    assertThatThrownBy(() -> new CreateKey(hub.keys, catalogue).create(create))
        .satisfies(this::say);
    return view.id();
  }

  private void test(UUID key) throws IOException {
    AdapterCalls adapters = new AdapterCalls(catalogue);
    KeyTest test =
        new DescribeKeyCheck(hub.keys, catalogue, adapters, clock)
            .describe(Requests.on(caller, key, ""));
    say(test);
    CallResult result = send(test.call());
    say(result);
    say(
        new RecordKeyReport(
                hub.keys, new CreditsLow(database.workers(), BigDecimal.TEN, clock), clock)
            .record(new ReadKeyReport(adapters).read(result, test), test));
  }

  /** As the one door does it: a reference until the request leaves. */
  private CallResult send(OutboundCall call) throws IOException {
    try (CloseableHttpClient client =
        HttpClients.custom()
            .disableAutomaticRetries()
            .addRequestInterceptorLast(new KeyInsertion(hub.vault::open))
            .build()) {
      HttpGet request = new HttpGet(call.call().uri());
      request.setHeader(
          CredentialReference.HEADER,
          new CredentialReference(
                  call.keyVersionId().orElseThrow(),
                  (Credential.KeyHeader) call.call().credential())
              .encoded());
      say(request);
      return client.execute(
          request,
          reply -> {
            String body = reply.getEntity() == null ? "" : EntityUtils.toString(reply.getEntity());
            return new CallResult.Answered(new HttpReply(reply.getCode(), Map.of(), body));
          });
    }
  }

  private void replaceAndTest(UUID key) throws IOException {
    ApiRequest change = Requests.on(caller, key, "{\"apiKey\": \"" + SECOND + "\"}");
    say(new ChangeKey(hub.keys).change(change));
    say(new KeyChange(Optional.empty(), Optional.of(SECOND), Optional.empty()));
    test(key);
  }

  private void rewrap() {
    Actor admin = new Actor(database.user(), Optional.empty(), true, "request-2");
    hub.rewraps.request(admin, hub.masterKey.fingerprint());
    hub.rewrap.rewrap();
    say(hub.progress());
  }

  /** Whatever goes wrong with a key must not tell it. */
  private void failures(UUID key) {
    UUID version = hub.version(caller.userId(), key);
    KeyHub stranger = new KeyHub(database, clock, MasterKey.of(MasterKey.generate()));
    assertThatThrownBy(() -> stranger.vault.open(version)).satisfies(this::say);
    assertThatThrownBy(
            () -> new KeyVault(database.workers(), new KeyCipher(hub.masterKey)).open(key))
        .satisfies(this::say);
    ApiRequest broken =
        Requests.on(caller, key, "{\"apiKey\": \"" + FIRST + "\\u00e9\", \"isActive\": true}");
    assertThatThrownBy(() -> new ChangeKey(hub.keys).change(broken)).satisfies(this::say);
    ApiRequest notJson = Requests.on(caller, key, "{\"apiKey\": \"" + FIRST + "\"");
    assertThatThrownBy(() -> new ChangeKey(hub.keys).change(notJson)).satisfies(this::say);
    for (String apiKey : List.of("\"" + FIRST.repeat(20) + "\"", "[\"" + FIRST + "\"]")) {
      ApiRequest invalid = Requests.on(caller, key, "{\"apiKey\": " + apiKey + "}");
      assertThatThrownBy(() -> new ChangeKey(hub.keys).change(invalid)).satisfies(this::say);
    }
    say(hub.masterKey);
    say(new AuditLog(clock));
  }

  private void say(Object value) {
    said.add(value.toString());
    if (value instanceof ApiResponse response) {
      said.add(new String(ApiJson.write(response.body()), StandardCharsets.UTF_8));
    }
  }

  private void say(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      said.add(cause.toString());
      if (cause instanceof ApiProblem problem) {
        said.add(problem.violations().toString());
      }
    }
  }

  /** Every row of every table, as text. */
  private List<String> dump() {
    return database
        .everything()
        .sql(
            """
            select format('%I.%I', n.nspname, c.relname) from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'genhub') and c.relkind = 'r'
            """)
        .query(String.class)
        .stream()
        .flatMap(
            table ->
                database
                    .everything()
                    .sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .stream())
        .toList();
  }
}
