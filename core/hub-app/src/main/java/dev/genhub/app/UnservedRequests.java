package dev.genhub.app;

import dev.genhub.engine.http.ApiDescription;
import dev.genhub.engine.http.ApiJson;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.http.ProblemBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what no route answers: unknown addresses, methods that an address does not take, bodies
 * that are too large to be read at all, and everything while the hub is starting. Without this the
 * server would answer with bare status lines and pages of HTML.
 */
final class UnservedRequests {
  private static final Logger LOG = LoggerFactory.getLogger(UnservedRequests.class);

  private final ApiDescription description;
  private volatile boolean starting = true;

  UnservedRequests(ApiDescription description) {
    this.description = description;
  }

  /** The last of all, also after routes that are added later. */
  void answerOn(Router router) {
    router.route().last().handler(this::unserved).failureHandler(this::failed);
  }

  /** All routes are there now; until then nothing is unknown, only too early. */
  void started() {
    starting = false;
  }

  private void unserved(RoutingContext context) {
    if (starting) {
      answer(
          context,
          ApiProblem.later(ErrorCode.UNAVAILABLE, "the hub is starting", Duration.ofSeconds(1)));
      return;
    }
    String path = context.request().path();
    HttpMethod method = context.request().method();
    Set<String> methods = description.methodsAt(path);
    // an address that is described and has no route was taken out of the routes folder
    if (methods.isEmpty() || methods.contains(method.name())) {
      answer(
          context,
          ApiProblem.of(
              ErrorCode.NOT_FOUND, "there is nothing at '" + path + "'; see /openapi.json"));
      return;
    }
    context.response().putHeader("Allow", String.join(", ", methods));
    if (method.equals(HttpMethod.OPTIONS)) {
      identified(context.response()).setStatusCode(204).end();
      return;
    }
    answer(
        context,
        ApiProblem.of(
            ErrorCode.METHOD_NOT_ALLOWED, "'" + path + "' takes " + methods + ", not " + method));
  }

  private void failed(RoutingContext context) {
    if (context.response().closed()) {
      // the client went away in the middle of its request, or was too slow: there is nobody to tell
      LOG.debug("{} {} broke off", context.request().method(), context.request().path());
      return;
    }
    answer(
        context,
        switch (context.statusCode()) {
          case 400 ->
              ApiProblem.of(ErrorCode.MALFORMED_REQUEST, "the request is not well-formed HTTP");
          case 413 ->
              ApiProblem.of(
                  ErrorCode.PAYLOAD_TOO_LARGE,
                  "the body is larger than the 1048576 bytes that are allowed");
          default -> internal(context);
        });
  }

  private static ApiProblem internal(RoutingContext context) {
    LOG.error(
        "{} {} failed outside its route",
        context.request().method(),
        context.request().path(),
        context.failure());
    return ApiProblem.of(ErrorCode.INTERNAL_ERROR, "the request failed inside the hub");
  }

  private static void answer(RoutingContext context, ApiProblem problem) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    identified(response)
        .setStatusCode(problem.code().status())
        .putHeader("Content-Type", "application/problem+json");
    problem
        .retryAfter()
        .ifPresent(wait -> response.putHeader("Retry-After", String.valueOf(wait.toSeconds())));
    String requestId = response.headers().get("X-Request-Id");
    response.end(Buffer.buffer(ApiJson.write(ProblemBody.of(problem, requestId))));
  }

  private static HttpServerResponse identified(HttpServerResponse response) {
    return response.putHeader("X-Request-Id", UUID.randomUUID().toString());
  }
}
