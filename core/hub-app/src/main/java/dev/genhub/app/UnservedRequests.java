package dev.genhub.app;

import dev.genhub.engine.http.ApiDescription;
import dev.genhub.engine.http.ApiJson;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.http.ProblemBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what reaches no route: unknown addresses, methods that an address does not take, bodies
 * that are too large to be read at all. Without this the server would answer with bare status
 * lines.
 */
final class UnservedRequests {
  private static final Logger LOG = LoggerFactory.getLogger(UnservedRequests.class);

  private final ApiDescription description;

  UnservedRequests(ApiDescription description) {
    this.description = description;
  }

  void answerOn(Router router) {
    router.errorHandler(400, context -> answer(context, malformed()));
    router.errorHandler(404, this::unknownAddress);
    router.errorHandler(405, this::unknownAddress);
    router.errorHandler(413, context -> answer(context, tooLarge()));
    router.errorHandler(500, UnservedRequests::brokenOff);
  }

  /** Mostly a client that went away, or was shut out, in the middle of its request. */
  private static void brokenOff(RoutingContext context) {
    LOG.info(
        "{} {} broke off: {}",
        context.request().method(),
        context.request().path(),
        String.valueOf(context.failure()));
    answer(
        context, ApiProblem.of(ErrorCode.INTERNAL_ERROR, "the request failed inside the server"));
  }

  private static ApiProblem malformed() {
    return ApiProblem.of(ErrorCode.MALFORMED_REQUEST, "the request is not well-formed HTTP");
  }

  private static ApiProblem tooLarge() {
    return ApiProblem.of(
        ErrorCode.PAYLOAD_TOO_LARGE, "the body is larger than the 1048576 bytes that are allowed");
  }

  private void unknownAddress(RoutingContext context) {
    String path = context.request().path();
    Set<String> methods = description.methodsAt(path);
    if (methods.isEmpty()) {
      answer(
          context,
          ApiProblem.of(
              ErrorCode.NOT_FOUND, "there is nothing at '" + path + "'; see /openapi.json"));
      return;
    }
    context.response().putHeader("Allow", String.join(", ", methods));
    answer(
        context,
        ApiProblem.of(
            ErrorCode.METHOD_NOT_ALLOWED,
            "'" + path + "' takes " + methods + ", not " + context.request().method()));
  }

  private static void answer(RoutingContext context, ApiProblem problem) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    String requestId = UUID.randomUUID().toString();
    response
        .setStatusCode(problem.code().status())
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("X-Request-Id", requestId)
        .end(Buffer.buffer(ApiJson.write(ProblemBody.of(problem, requestId))));
  }
}
