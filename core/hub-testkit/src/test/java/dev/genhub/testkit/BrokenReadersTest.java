package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit finds plugins that read replies wrongly. */
class BrokenReadersTest {

  private static final String BROKEN_BODY =
      "submit: a body that is empty, HTML, cut off or of another kind is no success";

  @ParameterizedTest(name = "{1}")
  @MethodSource("faults")
  void aBrokenPluginFails(Class<?> contract, String sentence) {
    assertThat(ContractRun.failuresOf(contract)).contains(sentence);
  }

  static Object[] faults() {
    return new Object[] {
      Arguments.of(BlindContractTest.class, "submit: HTTP 500 is no success, whatever the body"),
      Arguments.of(EasyContractTest.class, BROKEN_BODY),
      Arguments.of(ThrowingContractTest.class, BROKEN_BODY),
      Arguments.of(
          ThrowingContractTest.class, "submit: values of a wrong type do not make it throw"),
      Arguments.of(
          EagerContractTest.class, "submit: an answer that says nothing is never sent again"),
      Arguments.of(
          GuessingContractTest.class, "status: a word that it does not know is no success"),
      Arguments.of(GuessingContractTest.class, "status/text2img: a word nobody knows"),
      Arguments.of(
          BoastingContractTest.class, "status: values of a wrong type do not make it throw"),
      Arguments.of(NarrowContractTest.class, "status: further fields change nothing"),
    };
  }

  /** An Acme that reads the answer to a submit in another way. */
  abstract static class Submitting extends AcmeContractTest {

    abstract SubmitOutcome read(HttpReply reply, SubmitOutcome right);

    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
          return new HttpOperation<>() {
            @Override
            public HttpCall describe(GenerationRequest request, CallContext context) {
              return right.submit().describe(request, context);
            }

            @Override
            public SubmitOutcome interpret(GenerationRequest request, HttpReply reply) {
              return read(reply, right.submit().interpret(request, reply));
            }
          };
        }
      };
    }
  }

  /** Looks at the body only. */
  static class BlindContractTest extends Submitting {
    @Override
    SubmitOutcome read(HttpReply reply, SubmitOutcome right) {
      return reply
          .json()
          .at("id")
          .text()
          .<SubmitOutcome>map(SubmitOutcome.Accepted::new)
          .orElse(right);
    }
  }

  /** Believes in every 200. */
  static class EasyContractTest extends Submitting {
    @Override
    SubmitOutcome read(HttpReply reply, SubmitOutcome right) {
      return reply.status() == 200 ? new SubmitOutcome.Accepted("some-task") : right;
    }
  }

  /** Trusts the provider to send what is documented. */
  static class ThrowingContractTest extends Submitting {
    @Override
    SubmitOutcome read(HttpReply reply, SubmitOutcome right) {
      Json id = Json.parse(reply.body()).at("id");
      return reply.status() == 202 ? new SubmitOutcome.Accepted(id.text().orElseThrow()) : right;
    }
  }

  /** Sends again after every failure. */
  static class EagerContractTest extends Submitting {
    @Override
    SubmitOutcome read(HttpReply reply, SubmitOutcome right) {
      return reply.status() >= 500
          ? new SubmitOutcome.Rejected(
              Failure.uncharged(FailureKind.PROVIDER_UNAVAILABLE, "", "again, please"))
          : right;
    }
  }

  /** An Acme that reads a job in another way. */
  abstract static class Following extends AcmeContractTest {

    abstract TaskStatus read(Json job, TaskStatus right);

    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
          HttpOperation<TaskRef, TaskStatus> status = right.status().orElseThrow();
          return Optional.of(
              new HttpOperation<>() {
                @Override
                public HttpCall describe(TaskRef task, CallContext context) {
                  return status.describe(task, context);
                }

                @Override
                public TaskStatus interpret(TaskRef task, HttpReply reply) {
                  TaskStatus outcome = status.interpret(task, reply);
                  return reply.status() == 200 ? read(reply.json(), outcome) : outcome;
                }
              });
        }
      };
    }
  }

  /** Takes what is not known for a success. */
  static class GuessingContractTest extends Following {
    @Override
    TaskStatus read(Json job, TaskStatus right) {
      return right instanceof TaskStatus.Unrecognised
          ? TaskStatus.Succeeded.of(
              List.of(Artifact.remote(ContentType.IMAGE, URI.create("https://files.example/1"))))
          : right;
    }
  }

  /** Passes every figure on. */
  static class BoastingContractTest extends Following {
    @Override
    TaskStatus read(Json job, TaskStatus right) {
      return job.at("percent")
          .integer()
          .<TaskStatus>map(figure -> new TaskStatus.Running(OptionalInt.of(figure)))
          .orElse(right);
    }
  }

  /** Falls over fields that came later. */
  static class NarrowContractTest extends Following {
    @Override
    TaskStatus read(Json job, TaskStatus right) {
      return job.fields().size() > 4 ? new TaskStatus.Unrecognised("too many fields") : right;
    }
  }
}
