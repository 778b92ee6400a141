package dev.genhub.cli.demo;

/** The demo cannot go on; the message is one line for people. */
final class DemoFailure extends Exception {
  private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    super(message, null, false, false);
  }

  static DemoFailure interrupted() {
    Thread.currentThread().interrupt();
    return new DemoFailure("interrupted");
  }
}
