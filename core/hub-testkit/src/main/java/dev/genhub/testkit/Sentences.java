package dev.genhub.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** A chapter of the contract while it is written: sentences, each with the check of it. */
final class Sentences {

  private final List<DynamicTest> tests = new ArrayList<>();

  void add(String sentence, Executable check) {
    tests.add(DynamicTest.dynamicTest(sentence, check));
  }

  Stream<DynamicTest> tests() {
    return tests.stream();
  }
}
