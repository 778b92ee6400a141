package dev.genhub.engine.http;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Pages through lists that are ordered by time and then by id, the newest first: for rows that the
 * hub did not make, whose ids do not grow with time.
 *
 * @param limit rows on a page
 * @param before only rows that stand behind this one
 */
public record TimePaging(int limit, Optional<Position> before) {

  private static final int BYTES = 3 * Long.BYTES;

  /**
   * Where a row stands.
   *
   * @param at to the microsecond, as the database keeps it
   */
  public record Position(Instant at, UUID id) {}

  /**
   * Reads {@code limit} and {@code cursor}.
   *
   * @throws ApiProblem {@code validation_failed}; the pointers name the query parameters
   */
  public static TimePaging of(ApiRequest request) {
    return new TimePaging(Paging.limit(request), request.query("cursor").map(TimePaging::decode));
  }

  private static Position decode(String cursor) {
    ByteBuffer bytes = Paging.cursor(cursor, BYTES);
    Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
    return new Position(at, new UUID(bytes.getLong(), bytes.getLong()));
  }

  /** One more row than a page holds, to know whether there is a next one. */
  public int fetch() {
    return limit + 1;
  }

  /** The answer of a list. */
  public <T> Map<String, Object> page(List<T> fetched, Function<T, Position> position) {
    return Paging.page(limit, fetched, row -> encode(position.apply(row)));
  }

  private static String encode(Position position) {
    return Paging.text(
        ByteBuffer.allocate(BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.at()))
            .putLong(position.id().getMostSignificantBits())
            .putLong(position.id().getLeastSignificantBits()));
  }
}
