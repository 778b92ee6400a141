package dev.genhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SignatureVerdict;
import dev.genhub.spi.TaskStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit finds plugins that believe too much, and authors who declare too little. */
class BrokenCallbacksTest {

  @ParameterizedTest(name = "{1}")
  @MethodSource("faults")
  void aBrokenPluginFails(Class<?> contract, String sentence) {
    assertThat(ContractRun.failuresOf(contract)).contains(sentence);
  }

  static Object[] faults() {
    return new Object[] {
      Arguments.of(TrustingContractTest.class, "a changed signature is not valid"),
      Arguments.of(TrustingContractTest.class, "a missing signature is invalid"),
      Arguments.of(TrustingContractTest.class, "the signature of another task is invalid"),
      Arguments.of(TrustingContractTest.class, "without a secret there is nothing to verify"),
      Arguments.of(TimelessContractTest.class, "an old signature is stale, and so is a replay"),
      Arguments.of(TimelessContractTest.class, "a signature from the future is not valid"),
      Arguments.of(BodilessContractTest.class, "a changed body is invalid"),
      Arguments.of(DeafContractTest.class, "a fresh signature is valid"),
      Arguments.of(
          ThrowingContractTest.class, "garbage in the headers is invalid, not an exception"),
      Arguments.of(LeakingContractTest.class, "nothing shows the secret"),
      Arguments.of(NamelessContractTest.class, "callback/jobs: done"),
      Arguments.of(UnsignedContractTest.class, "the author says how the provider signs"),
      Arguments.of(HumbleContractTest.class, "SIGNS_CALLBACK_BODY is lacking"),
      Arguments.of(HumbleContractTest.class, "CHECKS_KEYS is lacking"),
      Arguments.of(SilentContractTest.class, "SENDS_CALLBACKS is there"),
    };
  }

  /** Acme's reader, with one thing done in another way. */
  private static class Reader implements CallbackReader {

    final CallbackReader right;

    Reader(CallbackReader right) {
      this.right = right;
    }

    @Override
    public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
      return right.verify(request, secrets, now);
    }

    @Override
    public boolean bodyIsSigned() {
      return right.bodyIsSigned();
    }

    @Override
    public Optional<String> taskId(CallbackRequest request) {
      return right.taskId(request);
    }

    @Override
    public TaskStatus read(CallbackRequest request) {
      return right.read(request);
    }
  }

  /** An Acme with another reader. */
  abstract static class Reading extends AcmeContractTest {

    abstract CallbackReader reader(CallbackReader right);

    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public Optional<CallbackReader> callbacks() {
          return right.callbacks().map(Reading.this::reader);
        }
      };
    }
  }

  static class TrustingContractTest extends Reading {
    @Override
    CallbackReader reader(CallbackReader right) {
      return new Reader(right) {
        @Override
        public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
          return SignatureVerdict.VALID;
        }
      };
    }
  }

  static class TimelessContractTest extends Reading {
    @Override
    CallbackReader reader(CallbackReader right) {
      return new Reader(right) {
        @Override
        public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
          SignatureVerdict verdict = super.verify(request, secrets, now);
          return verdict == SignatureVerdict.STALE ? SignatureVerdict.VALID : verdict;
        }
      };
    }
  }

  static class BodilessContractTest extends Reading {
    @Override
    CallbackReader reader(CallbackReader right) {
      return new Reader(right) {
        @Override
        public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
          CallbackRequest trimmed = new CallbackRequest(request.headers(), request.body().trim());
          return super.verify(trimmed, secrets, now);
        }
      };
    }
  }

  static class DeafContractTest extends Reading {
    @Override
    CallbackReader reader(CallbackReader right) {
      return new Reader(right) {
        @Override
        public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
          SignatureVerdict verdict = super.verify(request, secrets, now);
          return verdict == SignatureVerdict.VALID ? SignatureVerdict.INVALID : verdict;
        }
      };
    }
  }

  static class ThrowingContractTest extends Reading {
    @Override
    CallbackReader reader(CallbackReader right) {
      return new Reader(right) {
        @Override
        public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
          request.header("acme-time").ifPresent(Long::parseLong);
          return super.verify(request, secrets, now);
        }
      };
    }
  }

  static class LeakingContractTest extends Reading {
    @Override
    CallbackReader reader(CallbackReader right) {
      return new Reader(right) {
        private String last = "";

        @Override
        public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
          last = secrets.find("callback-secret").orElse("");
          return super.verify(request, secrets, now);
        }

        @Override
        public String toString() {
          return "Reader[" + last + "]";
        }
      };
    }
  }

  static class NamelessContractTest extends Reading {
    @Override
    CallbackReader reader(CallbackReader right) {
      return new Reader(right) {
        @Override
        public Optional<String> taskId(CallbackRequest request) {
          return Optional.empty();
        }
      };
    }
  }

  static class UnsignedContractTest extends AcmeContractTest {
    @Override
    protected Optional<CallbackSigner> callbackSigner() {
      return Optional.empty();
    }
  }

  static class HumbleContractTest extends AcmeContractTest {
    @Override
    protected Set<Behaviour> lacks() {
      return Set.of(Behaviour.SIGNS_CALLBACK_BODY, Behaviour.CHECKS_KEYS);
    }
  }

  static class SilentContractTest extends AcmeContractTest {
    @Override
    ProviderAdapter spoil(ProviderAdapter right) {
      return new ForwardingAdapter(right) {
        @Override
        public Optional<CallbackReader> callbacks() {
          return Optional.empty();
        }
      };
    }
  }
}
