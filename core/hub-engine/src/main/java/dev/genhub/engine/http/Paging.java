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
    return new Paging(limit(request), request.query("cursor").map(Paging::decode));
  }

  static int limit(ApiRequest request) {
    return request.query("limit").map(Paging::limit).orElse(USUAL);
  }

  private static int limit(String text) {
    if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    throw ApiProblem.invalid("/limit", "'" + text + "' is not a number from 1 to " + MOST);
  }

  private static UUID decode(String cursor) {
    ByteBuffer bytes = cursor(cursor, 2 * Long.BYTES);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** The bytes of a cursor that a list of this kind gave out. */
  static ByteBuffer cursor(String text, int length) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == length) {
        return ByteBuffer.wrap(bytes);
      }
    } catch (IllegalArgumentException notBase64) {
      // the same answer as for any other text that no list gave out
    }
    throw ApiProblem.invalid("/cursor", "'" + text + "' is not a cursor of this list");
  }

  /** One more row than a page holds, to know whether there is a next one. */
  public int fetch() {
    return limit + 1;
  }

  /** The answer of a list. */
  public <T> Map<String, Object> page(List<T> fetched, Function<T, UUID> id) {
    return page(limit, fetched, row -> encode(id.apply(row)));
  }

  static <T> Map<String, Object> page(int limit, List<T> fetched, Function<T, String> cursor) {
    boolean more = fetched.size() > limit;
    List<T> rows = more ? fetched.subList(0, limit) : fetched;
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("data", rows);
    page.put("nextCursor", more ? cursor.apply(rows.get(limit - 1)) : null);
    return page;
  }

  private static String encode(UUID id) {
    return text(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits()));
  }

  static String text(ByteBuffer cursor) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
  }
}
