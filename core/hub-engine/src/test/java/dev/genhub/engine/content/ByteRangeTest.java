package dev.genhub.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a file of 1000 bytes, where nothing else is said. */
class ByteRangeTest {

  private static ByteRange.Asked asked(String header, long size) {
    return ByteRange.asked(Optional.ofNullable(header), size);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-499, 0, 500",
    "bytes=500-999, 500, 500",
    "bytes=0-0, 0, 1",
    "bytes=999-999, 999, 1",
    "bytes=500-, 500, 500",
    "bytes=0-, 0, 1000",
    "bytes=-500, 500, 500",
    "bytes=-1, 999, 1",
    "bytes=-5000, 0, 1000",
    "bytes=900-999999, 900, 100",
    "bytes=0-999999999999999999, 0, 1000"
  })
  void aPartIsGiven(String header, long from, long length) {
    assertThat(asked(header, 1_000))
        .isEqualTo(new ByteRange.Asked.Part(new ByteRange(from, length)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=999999999999999999-"})
  void whatTheFileDoesNotHaveCannotBeGiven(String header) {
    assertThat(asked(header, 1_000)).isEqualTo(new ByteRange.Asked.Unsatisfiable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes=",
        "bytes=-",
        "bytes=5-2",
        "bytes=a-b",
        "bytes=0-1,5-6",
        "items=0-1",
        "bytes 0-1",
        "bytes=0-9999999999999999999"
      })
  void whatIsNoSinglePartIsIgnored(String header) {
    assertThat(asked(header, 1_000)).isEqualTo(new ByteRange.Asked.Whole());
  }

  @Test
  void withoutAHeaderTheWholeFileIsGiven() {
    assertThat(asked(null, 1_000)).isEqualTo(new ByteRange.Asked.Whole());
  }

  @Test
  void anEmptyFileHasNoParts() {
    assertThat(asked("bytes=0-", 0)).isEqualTo(new ByteRange.Asked.Unsatisfiable());
    assertThat(asked("bytes=-1", 0)).isEqualTo(new ByteRange.Asked.Unsatisfiable());
  }
}
