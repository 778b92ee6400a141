package dev.genhub.simulator.server;

import dev.genhub.simulator.account.Accounts;
import dev.genhub.simulator.family.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the addresses of a provider on the router. */
public final class ProviderRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderRoutes.class);
  private static final long LARGEST_BODY = 1024 * 1024;

  private final Provider provider;
  private final Gate gate;
  private final ReplySender sender;

  /** Routes to a provider. */
  public ProviderRoutes(Provider provider, Accounts accounts, ReplySender sender) {
    this.provider = provider;
    this.gate = new Gate(provider, accounts, sender);
    this.sender = sender;
  }

  /** Adds the routes. */
  public void addTo(Router router, SimulatorContext context) {
    String everything = provider.basePath() + "*";
    router.route(everything).handler(gate);
    for (Endpoint endpoint : provider.endpoints(context)) {
      Route route = router.route(endpoint.method(), endpoint.path());
      if (endpoint.method().equals(HttpMethod.POST)) {
        route.handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
      }
      route.handler(exchange -> answer(endpoint, exchange)).failureHandler(this::failed);
    }
    router.route(everything).handler(this::noSuchAddress);
  }

  private void answer(Endpoint endpoint, RoutingContext exchange) {
    Buffer body = exchange.body().buffer();
    ApiRequest request =
        new ApiRequest(
            Gate.account(exchange),
            exchange.request().headers(),
            exchange.request().params(),
            body == null ? Buffer.buffer() : body);
    endpoint
        .answer(request)
        .onSuccess(reply -> sender.send(exchange.response(), reply))
        .onFailure(exchange::fail);
  }

  private void noSuchAddress(RoutingContext exchange) {
    String message =
        "%s has no address %s %s"
            .formatted(provider.name(), exchange.request().method(), exchange.request().path());
    Answer answer = provider.wording().refusal(new Refusal(404, message)).withStatus(404);
    sender.send(exchange.response(), Reply.of(answer));
  }

  private void failed(RoutingContext exchange) {
    if (exchange.statusCode() >= 400 && exchange.statusCode() < 500) {
      sender.send(exchange.response(), Reply.of(provider.wording().refusal(exchange.statusCode())));
      return;
    }
    LOG.error("{} failed", exchange.request().path(), exchange.failure());
    sender.send(exchange.response(), Reply.of(Answer.gatewayPage(500)));
  }
}
