package dev.genhub.engine.http;

import java.util.Locale;

/** The error codes of the HTTP contract, each with its status. */
public enum ErrorCode {
  MALFORMED_REQUEST(400, "The request cannot be read"),
  USER_REQUIRED(400, "The request does not say for which user"),
  UNAUTHENTICATED(401, "Who is calling is not known"),
  SPENDING_LIMIT_EXCEEDED(402, "The spending limit does not allow this"),
  MAX_COST_EXCEEDED(402, "The cost is above the request's own maximum"),
  FORBIDDEN(403, "The caller may not do this"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "The address does not take this method"),
  NOT_ACCEPTABLE(406, "The answer cannot be given in an accepted form"),
  PROVIDER_KEY_REQUIRED(409, "There is no active key for the provider"),
  NOT_CANCELLABLE(409, "The generation is settled already"),
  CONFLICT(409, "The request does not fit what is there"),
  PAYLOAD_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is in a form that is not taken"),
  VALIDATION_FAILED(422, "The request is not valid"),
  UNKNOWN_MODEL(422, "There is no such model"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
  RATE_LIMITED(429, "Too many requests"),
  INTERNAL_ERROR(500, "Something went wrong inside the hub"),
  UNAVAILABLE(503, "The hub cannot do this right now");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status that goes with the code. */
  public int status() {
    return status;
  }

  /** The same sentence for every problem of this kind (RFC 9457, 3.1.3). */
  public String title() {
    return title;
  }

  /** The word in the answer, for example {@code not_found}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
