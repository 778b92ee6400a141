package dev.genhub.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import java.util.List;
import java.util.function.Consumer;

/** What a refused request must say. */
public final class Problems {

  private Problems() {}

  /** A problem of this code whose detail holds these words. */
  public static Consumer<Throwable> of(ErrorCode code, String... words) {
    return failure -> {
      assertThat(failure).isInstanceOf(ApiProblem.class);
      List.of(words).forEach(word -> assertThat(failure.getMessage()).contains(word));
      assertThat(((ApiProblem) failure).code()).isEqualTo(code);
    };
  }
}
