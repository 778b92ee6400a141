package dev.genhub.engine.http;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Pages through lists that are ordered by id, the newest first.
 *
 * @param limit rows on a page
 * @param before only rows older than this one
 */
public record Paging(int limit, Optional<UUID> before) {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  /**
   * Reads {@code limit} and {@code cursor}.
   *
   * @throws ApiProblem {@code validation_failed}; the pointers name the query parameters
   */
  public static Paging of(ApiRequest request) {
    return new Paging(
        request.query("limit").map(Paging::limit).orElse(USUAL),
        request.query("cursor").map(Paging::decode));
  }

  private static int limit(String text) {
    if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    throw ApiProblem.invalid("/limit", "'" + text + "' is not a number from 1 to " + MOST);
  }

  private static UUID decode(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() == 16) {
        return new UUID(bytes.getLong(), bytes.getLong());
      }
    } catch (IllegalArgumentException notBase64) {
      // the same answer as for any other text that no list gave out
    }
    throw ApiProblem.invalid("/cursor", "'" + cursor + "' is not a cursor of this list");
  }

  /** One more row than a page holds, to know whether there is a next one. */
  public int fetch() {
    return limit + 1;
  }

  /** The answer of a list. */
  public <T> Map<String, Object> page(List<T> fetched, Function<T, UUID> id) {
    boolean more = fetched.size() > limit;
    List<T> rows = more ? fetched.subList(0, limit) : fetched;
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("data", rows);
    page.put("nextCursor", more ? encode(id.apply(rows.get(limit - 1))) : null);
    return page;
  }

  private static String encode(UUID id) {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
