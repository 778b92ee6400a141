package dev.genhub.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.simulator.account.Accounts;
import dev.genhub.simulator.fault.FaultInjector;
import dev.genhub.simulator.fault.FaultRates;
import dev.genhub.simulator.server.Answer;
import dev.genhub.simulator.server.Reply;
import dev.genhub.simulator.server.ReplySender;
import dev.genhub.simulator.server.TaskService;
import dev.genhub.simulator.task.TaskStore;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Duration;

/** Tells what was asked for and charged, and takes orders about faults. */
public final class ControlRoutes {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST_BODY = 64 * 1024;

  private final TaskListing listing;
  private final Summary summary;
  private final TaskService tasks;
  private final FaultInjector faults;
  private final Clock clock;
  private final ReplySender sender;

  /** Routes to the control addresses. */
  public ControlRoutes(
      Vertx vertx,
      TaskStore store,
      Accounts accounts,
      TaskService tasks,
      FaultInjector faults,
      Clock clock) {
    this.listing = new TaskListing(store);
    this.summary = new Summary(store, accounts);
    this.tasks = tasks;
    this.faults = faults;
    this.clock = clock;
    // nothing happens to these answers
    this.sender = new ReplySender(vertx, Duration.ZERO);
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .get("/sim/tasks")
        .handler(exchange -> send(exchange, Answer.json(200, listing.at(clock.instant()))));
    router
        .get("/sim/summary")
        .handler(exchange -> send(exchange, Answer.json(200, summary.at(clock.instant()))));
    router.delete("/sim/tasks").handler(this::forgetAll);
    router.get("/sim/faults").handler(exchange -> send(exchange, rates()));
    router
        .post("/sim/faults")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
        .handler(this::setRates);
  }

  private void forgetAll(RoutingContext exchange) {
    faults.forgetCounts();
    tasks
        .forgetAll()
        .onSuccess(gone -> exchange.response().setStatusCode(204).end())
        .onFailure(exchange::fail);
  }

  private Answer rates() {
    return Answer.json(200, JSON.valueToTree(faults.rates()));
  }

  private void setRates(RoutingContext exchange) {
    Buffer body = exchange.body().buffer();
    try {
      faults.rates(JSON.readValue(body == null ? "" : body.toString(), FaultRates.class));
      send(exchange, rates());
    } catch (JsonProcessingException wrong) {
      String message =
          wrong.getCause() instanceof IllegalArgumentException refused
              ? refused.getMessage()
              : "the body must be an object of rates, such as {\"lostAnswer\": 0.05}";
      send(exchange, problem(message));
    }
  }

  private static Answer problem(String message) {
    return Answer.json(400, JsonNodeFactory.instance.objectNode().put("message", message));
  }

  private void send(RoutingContext exchange, Answer answer) {
    sender.send(exchange.response(), Reply.of(answer));
  }
}
