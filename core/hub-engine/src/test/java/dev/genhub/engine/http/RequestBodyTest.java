package dev.genhub.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.key.CreateKey;
import dev.genhub.engine.testing.Problems;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

  private final RequestBody body = new RequestBody(CreateKey.class, "key-request.schema.json");

  private static ApiRequest request(byte[] bytes) {
    return new ApiRequest(
        "request-1", "POST", "/any", Map.of(), Map.of(), Map.of(), bytes, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7b22ff223a317d", "0000fffe", "7b2261223a22c3227d"})
  void bytesThatAreNoTextAreMalformed(String hex) {
    assertThat(
            Problems.of(
                ErrorCode.MALFORMED_REQUEST,
                () -> body.read(request(HexFormat.of().parseHex(hex)))))
        .hasMessageStartingWith("the body is not ");
  }

  @Test
  void numbersAreReadExactly() {
    assertThat(
            Problems.of(
                    ErrorCode.VALIDATION_FAILED,
                    () ->
                        body.read(
                            request("{\"provider\": 0.10000000000000000001}".getBytes(UTF_8))))
                .violations())
        .anySatisfy(
            violation ->
                assertThat(violation.detail()).startsWith("0.10000000000000000001 must be"));
  }
}
