package dev.genhub.app.route;

/** A file of the routes folder cannot be used. */
public final class RouteFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;

  RouteFileException(String file, String reason, Throwable cause) {
    super(reason, cause);
    this.file = file;
  }

  /** What is wrong with a file, in the words of the innermost cause, on one line. */
  static RouteFileException because(String file, Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null && cause.getCause().getMessage() != null) {
      cause = cause.getCause();
    }
    String said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    String reason = said.strip().replaceAll("\\s+", " ");
    return new RouteFileException(file, reason, failed);
  }

  /** The file's name below the routes folder. */
  public String file() {
    return file;
  }
}
