package dev.genhub.engine.plugin;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallBody;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import java.math.BigDecimal;
import java.util.List;

/**
 * Holds what plugins answer against generous bounds, on the plugin's own thread, before anything of
 * the hub works with it. A number may take a few bytes and print as gigabytes. Null is left to the
 * caller.
 */
final class ResultBounds {

  private static final int MODELS = 2_000;
  private static final int VIOLATIONS = 200;
  private static final int ARTIFACTS = 200;
  private static final int ADDRESS = 64 * 1024;
  private static final int HEADERS = 100;
  private static final int HEADER = 16 * 1024;
  private static final int BODY = 48 * 1024 * 1024;
  private static final int DIGITS = 40;
  private static final int WORDS = 64 * 1024;

  private ResultBounds() {}

  static List<ModelSpec> models(List<ModelSpec> models) {
    atMost("a list of models", models.size(), MODELS);
    return List.copyOf(models);
  }

  static List<Violation> violations(List<Violation> found) {
    if (found == null) {
      return null;
    }
    atMost("a list of violations", found.size(), VIOLATIONS);
    return List.copyOf(found);
  }

  static Price price(Price price) {
    if (price != null) {
      number("credits", price.credits());
      number("dollars", price.usd());
    }
    return price;
  }

  static HttpCall call(HttpCall call) {
    if (call == null) {
      return null;
    }
    atMost("an address", call.uri().toString().length(), ADDRESS);
    atMost("headers", call.headers().size(), HEADERS);
    call.headers().forEach((name, value) -> atMost("a header", length(name, value), HEADER));
    if (call.body() instanceof CallBody.JsonText json) {
      atMost("a body", json.text().length(), BODY);
    }
    return call;
  }

  /** What an interpretation yields, of whichever kind. */
  static <O> O outcome(O outcome) {
    if (outcome instanceof TaskStatus.Succeeded done) {
      succeeded(done);
    } else if (outcome instanceof SubmitOutcome.Finished finished) {
      succeeded(finished.result());
    } else if (outcome instanceof TaskStatus.Unrecognised unreadable) {
      atMost("a text", unreadable.what().length(), BODY);
    } else if (outcome instanceof SubmitOutcome.Accepted accepted) {
      atMost("a task id", accepted.taskId().length(), WORDS);
    }
    return outcome;
  }

  private static void succeeded(TaskStatus.Succeeded done) {
    atMost("a list of artifacts", done.artifacts().size(), ARTIFACTS);
    done.creditsCharged().ifPresent(credits -> number("credits", credits));
    for (Artifact artifact : done.artifacts()) {
      artifact.duration().ifPresent(seconds -> number("a duration", seconds));
      if (artifact.source() instanceof Artifact.Source.Inline inline) {
        atMost("a file", inline.base64().length(), BODY);
      }
    }
  }

  private static void number(String what, BigDecimal number) {
    atMost("a number of " + what, number.precision() + Math.abs((long) number.scale()), DIGITS);
  }

  private static long length(String name, String value) {
    return (long) name.length() + value.length();
  }

  private static void atMost(String what, long size, long most) {
    if (size > most) {
      throw new ResultTooLargeException(what, size, most);
    }
  }
}
