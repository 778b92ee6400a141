package dev.genhub.app;

/**
 * An address of the API and to whom it is open.
 *
 * @param path as its route has it, with variable parts in braces
 */
record Endpoint(String method, String path, Access access) {

  /** What two users must find when they walk along all addresses. */
  enum Access {
    /** No token is asked for. */
    OPEN,
    /** The same for every user. */
    SHARED,
    /** Makes, changes or shows what is the caller's own; nothing of another user appears. */
    OWN,
    /** One thing of a user, named by its id: for anybody else it is not there (404). */
    ONE,
    /** Refused to users (403). */
    ADMIN
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
