package dev.genhub.simulator.kie;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.simulator.server.ApiRequest;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.Reply;
import dev.genhub.simulator.server.SimulatorContext;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;

/** What is left of an account's credits: a bare number, with decimals (recorded 2026-04-16). */
public final class CreditEndpoint implements Endpoint {

  private final SimulatorContext context;

  /** Answers about the caller's account. */
  public CreditEndpoint(SimulatorContext context) {
    this.context = context;
  }

  @Override
  public HttpMethod method() {
    return HttpMethod.GET;
  }

  @Override
  public String path() {
    return "/api/v1/chat/credit";
  }

  @Override
  public Future<Reply> answer(ApiRequest request) {
    BigDecimal balance = request.account().balance(context.clock().instant());
    return Reply.now(KieEnvelope.success(JsonNodeFactory.instance.numberNode(balance)));
  }
}
