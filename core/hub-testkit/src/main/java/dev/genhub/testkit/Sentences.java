package dev.genhub.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** A chapter of the contract while it is written: sentences, each with the check of it. */
final class Sentences {

  private final List<DynamicTest> tests = new ArrayList<>();

  /** Adds a test. Not every build shows the names of tests, so a failure says the sentence too. */
  void add(String sentence, Executable check) {
    tests.add(DynamicTest.dynamicTest(sentence, () -> run(sentence, check)));
  }

  private static void run(String sentence, Executable check) throws Throwable {
    try {
      check.execute();
    } catch (AssertionError failure) {
      throw new AssertionError("'" + sentence + "' is not so. " + failure.getMessage(), failure);
    } catch (RuntimeException thrown) {
      throw new AssertionError(
          "'" + sentence + "' is not so. The plugin throws " + thrown + ", which is a defect",
          thrown);
    }
  }

  Stream<DynamicTest> tests() {
    return tests.stream();
  }
}
