package dev.genhub.engine.testing;

import dev.genhub.engine.http.ApiResponse;
import java.util.List;
import java.util.Map;

/** Looks into the answers of the API. */
public final class Answers {

  private Answers() {}

  /** The entries of a list. */
  public static <T> List<T> data(ApiResponse response, Class<T> type) {
    return ((List<?>) ((Map<?, ?>) response.body()).get("data")).stream().map(type::cast).toList();
  }

  /** A field of an answer that is a map. */
  public static Object field(ApiResponse response, String name) {
    return ((Map<?, ?>) response.body()).get(name);
  }
}
