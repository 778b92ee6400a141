package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import dev.genhub.spi.Violation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

  private static Paging paging(String limit, String cursor) {
    return Paging.of(Requests.any().query("limit", limit).query("cursor", cursor).build());
  }

  @Test
  void withoutAWishAPageHoldsFifty() {
    assertThat(Paging.of(Requests.any().build()).limit()).isEqualTo(50);
    assertThat(Paging.of(Requests.any().build()).before()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "9999999999", "ten", "1.5", "+5"})
  void aLimitThatIsNoneIsRefused(String limit) {
    assertThat(Problems.of(ErrorCode.VALIDATION_FAILED, () -> paging(limit, "")).violations())
        .containsExactly(new Violation("/limit", "'" + limit + "' is not a number from 1 to 200"));
  }

  @Test
  void theCursorOfAFullPageLeadsToItsLastRow() {
    List<UUID> rows = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    Paging two = paging("2", "");

    var page = two.page(rows, row -> row);

    assertThat(two.fetch()).isEqualTo(3);
    assertThat(page.get("data")).isEqualTo(rows.subList(0, 2));
    assertThat(paging("2", page.get("nextCursor").toString()).before()).contains(rows.get(1));
  }

  @Test
  void theLastPageHasNoCursor() {
    assertThat(paging("2", "").page(List.of(UUID.randomUUID(), UUID.randomUUID()), row -> row))
        .containsEntry("nextCursor", null);
    assertThat(paging("2", "").page(List.<UUID>of(), row -> row))
        .containsEntry("data", List.of())
        .containsEntry("nextCursor", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "not base64!", "AAAA", "01a20dba-e157-7b14-8978-ba58df97bcaf"})
  void aCursorThatNoListGaveOutIsRefused(String cursor) {
    assertThat(Problems.of(ErrorCode.VALIDATION_FAILED, () -> paging("2", cursor)).violations())
        .containsExactly(new Violation("/cursor", "'" + cursor + "' is not a cursor of this list"));
  }

  @Test
  void aPlaceInTimeIsKeptToTheMicrosecond() {
    TimePaging.Position position =
        new TimePaging.Position(Instant.parse("2026-11-15T12:00:00.123456Z"), UUID.randomUUID());
    TimePaging one = TimePaging.of(Requests.any().query("limit", "1").build());

    Object cursor = one.page(List.of(position, position), row -> row).get("nextCursor");

    assertThat(TimePaging.of(Requests.any().query("cursor", cursor.toString()).build()).before())
        .contains(position);
  }
}
