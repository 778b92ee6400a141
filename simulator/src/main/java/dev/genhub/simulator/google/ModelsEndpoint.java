package dev.genhub.simulator.google;

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
    return "/google/v1beta/models";
  }

  @Override
  public Future<Reply> answer(ApiRequest request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode models = body.putArray("models");
    Interactions.MODELS.forEach(model -> models.addObject().put("name", "models/" + model));
    return Reply.now(Answer.json(200, body));
  }
}
