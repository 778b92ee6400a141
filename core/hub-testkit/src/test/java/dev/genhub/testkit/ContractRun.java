package dev.genhub.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a contract test as a build would, and tells what failed. */
public final class ContractRun {

  private ContractRun() {}

  /** The names of the failed tests, and of factories that could not even make theirs. */
  public static List<String> failuresOf(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(test))
        .execute()
        .allEvents()
        .failed()
        .stream()
        .map(Event::getTestDescriptor)
        .map(TestDescriptor::getDisplayName)
        .toList();
  }

  /** What the first failed test of a name said. */
  static String messageOf(Class<?> test, String sentence) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(test))
        .execute()
        .allEvents()
        .failed()
        .stream()
        .filter(event -> event.getTestDescriptor().getDisplayName().equals(sentence))
        .findFirst()
        .flatMap(event -> event.getPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable())
        .map(Throwable::getMessage)
        .orElse("");
  }
}
