package dev.genhub.app.route;

/** Does one thing after the other, whatever becomes of each, and remembers the first failure. */
final class Attempts {

  /** Something that may fail. */
  @FunctionalInterface
  interface Attempt {
    void run() throws Exception;
  }

  private Exception first;

  /** Tries; says whether it worked. */
  boolean of(Attempt attempt) {
    try {
      attempt.run();
      return true;
    } catch (Exception failed) {
      if (first == null) {
        first = failed;
      } else {
        first.addSuppressed(failed);
      }
      return false;
    }
  }

  void throwFirst() throws Exception {
    if (first != null) {
      throw first;
    }
  }
}
