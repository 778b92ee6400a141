package dev.genhub.simulator.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.server.Answer;
import dev.genhub.simulator.server.ApiRequest;
import dev.genhub.simulator.server.Endpoint;
import dev.genhub.simulator.server.Reply;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

/** The models that a key sees. */
final class ModelsEndpoint implements Endpoint {

  @Override
  public HttpMethod method() {
    return HttpMethod.GET;
  }

  @Override
  public String path() {
    return "/openai/v1/models";
  }

  @Override
  public Future<Reply> answer(ApiRequest request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
    ArrayNode data = body.putArray("data");
    for (String model : Images.MODELS) {
      data.addObject().put("id", model).put("object", "model").putNull("shutdown_date");
    }
    return Reply.now(Answer.json(200, body));
  }
}
