package dev.genhub.simulator.server;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

/** An address of a provider. */
public interface Endpoint {

  /** GET or POST. */
  HttpMethod method();

  /** The path; {@code :name} in it is a parameter. */
  String path();

  /** Answers a request that passed the gate. Called on the event loop; must not block it. */
  Future<Reply> answer(ApiRequest request);
}
