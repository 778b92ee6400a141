package dev.genhub.simulator;

import dev.genhub.simulator.account.Accounts;
import dev.genhub.simulator.callback.Callbacks;
import dev.genhub.simulator.control.ControlRoutes;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.fault.FaultInjector;
import dev.genhub.simulator.google.Google;
import dev.genhub.simulator.openai.OpenAi;
import dev.genhub.simulator.replicate.Replicate;
import dev.genhub.simulator.server.FileRoutes;
import dev.genhub.simulator.server.Provider;
import dev.genhub.simulator.server.ProviderRoutes;
import dev.genhub.simulator.server.ReplySender;
import dev.genhub.simulator.server.ResultFiles;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.TaskService;
import dev.genhub.simulator.task.FileJournal;
import dev.genhub.simulator.task.Journal;
import dev.genhub.simulator.task.ResultLinks;
import dev.genhub.simulator.task.TaskStore;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the parts together and listens. All that it holds belongs to its event loop. */
final class SimulatorVerticle extends AbstractVerticle {

  private static final int BACKLOG = 1024;
  private static final int IDLE_MINUTES = 10;

  private final SimulatorOptions options;
  private final List<Provider> providers;
  private Journal journal = Journal.none();
  private Handler<HttpServerRequest> handler =
      early -> early.response().setStatusCode(503).end("not ready yet\n");
  private volatile int port;
  private volatile URI baseUrl;

  SimulatorVerticle(SimulatorOptions options) {
    this.options = options;
    this.providers =
        List.of(options.dialect().provider(), new OpenAi(), new Google(), new Replicate());
  }

  int port() {
    return port;
  }

  URI baseUrl() {
    return baseUrl;
  }

  @Override
  public void start(Promise<Void> started) {
    openJournal()
        .compose(opened -> listen())
        .<Void>map(
            server -> {
              port = server.actualPort();
              baseUrl = baseUrl(port);
              handler = router();
              return null;
            })
        .onComplete(started);
  }

  private Future<Void> openJournal() {
    return options
        .journal()
        .map(folder -> FileJournal.open(vertx, folder))
        .orElseGet(() -> Future.succeededFuture(Journal.none()))
        // not a listener: those may come to know of it later than what follows
        .map(
            opened -> {
              journal = opened;
              return null;
            });
  }

  private Future<HttpServer> listen() {
    HttpServerOptions http =
        new HttpServerOptions()
            .setHttp2ClearTextEnabled(false)
            .setAcceptBacklog(BACKLOG)
            .setIdleTimeout(IDLE_MINUTES)
            .setIdleTimeoutUnit(TimeUnit.MINUTES);
    return vertx
        .createHttpServer(http)
        // the links to results need the port, so the routes come later
        .requestHandler(request -> handler.handle(request))
        .listen(options.port(), options.host());
  }

  private URI baseUrl(int actualPort) {
    boolean everywhere = options.host().equals("0.0.0.0") || options.host().equals("::");
    String host = everywhere ? "127.0.0.1" : options.host();
    String inUrl = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + inUrl + ":" + actualPort);
  }

  private Router router() {
    ResultLinks links = ResultLinks.under(options.publicUrl().orElse(baseUrl));
    TaskStore store = new TaskStore();
    Accounts accounts = new Accounts(options.accounts());
    FaultInjector faults = new FaultInjector(options.faults(), new Random());
    Callbacks callbacks =
        new Callbacks(vertx, options.callbacks(), store, journal, links, options.clock());
    TaskService tasks =
        new TaskService(store, accounts, journal, callbacks, families(), links, options.clock());
    tasks.resume();

    Router router = Router.router(vertx);
    ReplySender sender = new ReplySender(vertx, options.latency());
    new ControlRoutes(vertx, store, accounts, tasks, faults, options.clock()).addTo(router);
    ResultFiles files = new ResultFiles(vertx);
    new FileRoutes(files, tasks, faults, sender).addTo(router);
    SimulatorContext context =
        new SimulatorContext(tasks, files, faults, options.durations(), options.clock());
    for (Provider provider : providers) {
      new ProviderRoutes(provider, accounts, sender).addTo(router, context);
    }
    return router;
  }

  private Map<String, Family> families() {
    return providers.stream()
        .flatMap(provider -> provider.families().stream())
        .collect(Collectors.toMap(Family::name, Function.identity()));
  }

  @Override
  public void stop(Promise<Void> stopped) {
    journal.close().onComplete(stopped);
  }
}
