package dev.genhub.postgres;

/** The embedded PostgreSQL cannot be started; the message is one line for the operator. */
public final class PostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PostgresException(String message) {
    super(message);
  }

  PostgresException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
