package dev.genhub.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Looks at the problems that requests end with. */
public final class Problems {

  private Problems() {}

  /** The problem that the call ends with, at once or later. */
  public static ApiProblem of(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    assertThat(failure).isInstanceOf(ApiProblem.class);
    return (ApiProblem) failure;
  }

  /** The same, of the kind. */
  public static ApiProblem of(ErrorCode code, ThrowingCallable call) {
    ApiProblem problem = of(call);
    assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
    return problem;
  }

  /** A problem of this code whose detail holds these words. */
  public static Consumer<Throwable> of(ErrorCode code, String... words) {
    return failure -> {
      assertThat(failure).isInstanceOf(ApiProblem.class);
      List.of(words).forEach(word -> assertThat(failure.getMessage()).contains(word));
      assertThat(((ApiProblem) failure).code()).isEqualTo(code);
    };
  }
}
