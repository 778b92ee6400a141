package dev.genhub.simulator.replicate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.server.ApiRequest;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.Provider;
import dev.genhub.simulator.server.Reply;
import dev.genhub.simulator.server.SimulatorContext;
import dev.genhub.simulator.server.Wording;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** Some models of Replicate, under {@code /replicate/v1}. */
public final class Replicate implements Provider {

  private static final Wording WORDING = new ReplicateWording();

  @Override
  public String name() {
    return "Replicate";
  }

  @Override
  public String basePath() {
    return "/replicate/v1/";
  }

  @Override
  public Wording wording() {
    return WORDING;
  }

  @Override
  public List<Family> families() {
    return List.of(new Predictions());
  }

  @Override
  public List<Endpoint> otherEndpoints(SimulatorContext context) {
    return List.of(new AccountEndpoint());
  }

  /** Whose key it is. */
  private static final class AccountEndpoint implements Endpoint {

    @Override
    public HttpMethod method() {
      return HttpMethod.GET;
    }

    @Override
    public String path() {
      return "/replicate/v1/account";
    }

    @Override
    public Future<Reply> answer(ApiRequest request) {
      return Reply.now(
          WORDING.success(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("type", "user")
                  .put("username", request.account().digest())));
    }
  }
}
