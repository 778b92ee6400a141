package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.genhub.engine.generation.AdapterDefectException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Body;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.spi.Registry;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order of the steps of {@code submit-generation}, which is what keeps a submit single. */
class SubmitStepsTest extends CamelMainTestSupport {
  private static final List<String> VERBS =
      List.of(
          "holdWork",
          "describeSubmit",
          "recordIntent",
          "readSubmitReply",
          "recordSubmitOutcome",
          "failUndescribed");

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile String failing = "";
  private volatile Exception failure;

  /** Stands in a verb's place and says that it was reached. */
  public final class Step {
    private final String verb;

    private Step(String verb) {
      this.verb = verb;
    }

    public Object take(@Body Object body) throws Exception {
      taken.add(verb);
      if (verb.equals(failing)) {
        throw failure;
      }
      return body;
    }
  }

  @Override
  protected void configure(MainConfigurationProperties configuration) {
    configuration.withRoutesIncludePattern(
        "file:dispatch/submit-generation.camel.yaml,file:errors/worker-errors.camel.yaml");
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    VERBS.forEach(verb -> registry.bind(verb, new Step(verb)));
    registry.bind("call", new Step("call"));
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:call-acme").bean("call");
      }
    };
  }

  @BeforeEach
  void openTheLane() throws Exception {
    TemplatedRouteBuilder.builder(context, "submit-generation").parameter("plugin", "acme").add();
  }

  private void submit() {
    template.sendBody("seda:submit-acme", "work");
  }

  @Test
  void theIntentIsRecordedBeforeTheCallAndTheOutcomeAfterIt() {
    submit();

    await().until(() -> taken.contains("recordSubmitOutcome"));
    assertThat(taken)
        .containsExactly(
            "holdWork",
            "describeSubmit",
            "recordIntent",
            "call",
            "readSubmitReply",
            "recordSubmitOutcome");
  }

  @Test
  void withoutAnIntentNothingIsSent() {
    fail("recordIntent", new IllegalStateException("the database does not answer"));

    submit();

    await().until(() -> taken.contains("recordIntent") && inflight() == 0);
    assertThat(taken).containsExactly("holdWork", "describeSubmit", "recordIntent");
  }

  @Test
  void whatCannotBeDescribedFailsAndIsNotSent() {
    fail("describeSubmit", new AdapterDefectException("acme", "describe a submit", null));

    submit();

    await().until(() -> taken.contains("failUndescribed"));
    assertThat(taken).containsExactly("holdWork", "describeSubmit", "failUndescribed");
  }

  private void fail(String verb, Exception with) {
    failing = verb;
    failure = with;
  }

  private int inflight() {
    return context.getInflightRepository().size();
  }
}
