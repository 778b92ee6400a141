package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.Credential;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.Resend;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit finds plugins that describe calls wrongly. */
class BrokenCallsTest {

  @ParameterizedTest(name = "{1}")
  @MethodSource("faults")
  void aBrokenPluginFails(Class<?> contract, String sentence) {
    assertThat(ContractRun.failuresOf(contract)).contains(sentence);
  }

  static Object[] faults() {
    return new Object[] {
      Arguments.of(ThrowingContractTest.class, "equal arguments describe equal calls"),
      Arguments.of(CountingContractTest.class, "equal arguments describe equal calls"),
      Arguments.of(FixedHostContractTest.class, "every call stays under base-url"),
      Arguments.of(RawTaskIdContractTest.class, "a task id cannot lead a call elsewhere"),
      Arguments.of(HeaderContractTest.class, "there are no headers but the declared ones"),
      Arguments.of(KeylessContractTest.class, "the user's key is put in by the hub"),
      Arguments.of(RepeatedContractTest.class, "what may be paid twice is never sent twice"),
      Arguments.of(ForgetfulContractTest.class, "the callback address is passed on"),
      Arguments.of(PastingContractTest.class, "the prompt arrives as it was written"),
      Arguments.of(GenerousContractTest.class, "a result elsewhere does not get the user's key"),
      Arguments.of(PostingContractTest.class, "a result is fetched by a read that may be repeated"),
    };
  }

  /** An Acme whose submit is described in another way. */
  abstract static class Submitting extends AcmeContractTest {

    abstract HttpCall describe(HttpCall right, GenerationRequest request, CallContext context);

    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
          return new HttpOperation<>() {
            @Override
            public HttpCall describe(GenerationRequest request, CallContext context) {
              HttpCall call = right.submit().describe(request, context);
              return Submitting.this.describe(call, request, context);
            }

            @Override
            public SubmitOutcome interpret(GenerationRequest request, HttpReply reply) {
              return right.submit().interpret(request, reply);
            }
          };
        }
      };
    }
  }

  static class ThrowingContractTest extends Submitting {
    @Override
    HttpCall describe(HttpCall right, GenerationRequest request, CallContext context) {
      throw new IllegalStateException("not today");
    }
  }

  static class CountingContractTest extends Submitting {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    HttpCall describe(HttpCall right, GenerationRequest request, CallContext context) {
      Json numbered =
          Json.object().put("prompt", request.prompt()).put("n", count.incrementAndGet()).build();
      return HttpCall.post(right.uri(), numbered).withCredential(right.credential());
    }
  }

  static class FixedHostContractTest extends Submitting {
    @Override
    HttpCall describe(HttpCall right, GenerationRequest request, CallContext context) {
      URI fixed = URI.create("https://api.acme.example/v1/images");
      return new HttpCall(
          right.method(), fixed, Map.of(), right.body(), right.credential(), right.resend());
    }
  }

  static class HeaderContractTest extends Submitting {
    @Override
    HttpCall describe(HttpCall right, GenerationRequest request, CallContext context) {
      return right.withHeaders(Map.of("X-Undeclared", "1"));
    }
  }

  static class KeylessContractTest extends Submitting {
    @Override
    HttpCall describe(HttpCall right, GenerationRequest request, CallContext context) {
      return right.withCredential(Credential.none());
    }
  }

  static class RepeatedContractTest extends Submitting {
    @Override
    HttpCall describe(HttpCall right, GenerationRequest request, CallContext context) {
      return new HttpCall(
          right.method(), right.uri(), Map.of(), right.body(), right.credential(), Resend.SAFE);
    }
  }

  static class ForgetfulContractTest extends Submitting {
    @Override
    HttpCall describe(HttpCall right, GenerationRequest request, CallContext context) {
      return HttpCall.post(right.uri(), Json.object().put("prompt", request.prompt()).build())
          .withCredential(right.credential());
    }
  }

  static class PastingContractTest extends Submitting {
    @Override
    HttpCall describe(HttpCall right, GenerationRequest request, CallContext context) {
      String prompt = request.prompt().replaceAll("[^A-Za-z ,]", "");
      return HttpCall.post(right.uri(), Json.object().put("prompt", prompt).build())
          .withCredential(right.credential());
    }
  }

  static class RawTaskIdContractTest extends AcmeContractTest {
    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
          return Optional.of(
              new HttpOperation<>() {
                @Override
                public HttpCall describe(TaskRef task, CallContext context) {
                  HttpCall call = right.status().orElseThrow().describe(task, context);
                  String address = call.uri().toString().replaceAll("\\?.*", "/");
                  return HttpCall.get(URI.create(address + task.taskId().replace(" ", "")));
                }

                @Override
                public TaskStatus interpret(TaskRef task, HttpReply reply) {
                  return right.status().orElseThrow().interpret(task, reply);
                }
              });
        }
      };
    }
  }

  /** An Acme whose results are fetched in another way. */
  abstract static class Fetching extends AcmeContractTest {

    abstract HttpCall fetch(URI file);

    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public HttpCall fetch(URI file) {
          return Fetching.this.fetch(file);
        }
      };
    }
  }

  static class GenerousContractTest extends Fetching {
    @Override
    HttpCall fetch(URI file) {
      return HttpCall.get(file).withCredential(Credential.bearer());
    }
  }

  static class PostingContractTest extends Fetching {
    @Override
    HttpCall fetch(URI file) {
      return HttpCall.post(file, Json.object().build());
    }
  }
}
