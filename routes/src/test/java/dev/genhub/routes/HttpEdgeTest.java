package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.routes.testing.Reply;
import dev.genhub.routes.testing.SharedHub;
import dev.genhub.routes.testing.TestHub;
import dev.genhub.routes.testing.TestUser;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in from outside steers no component, and only what the hub says goes out. */
@ExtendWith(SharedHub.class)
class HttpEdgeTest {
  private static final Set<String> KNOWN =
      Set.of(
          "content-type",
          "content-length",
          "x-request-id",
          "location",
          "etag",
          "www-authenticate",
          "retry-after",
          "allow",
          "idempotency-replayed",
          "transfer-encoding");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CamelHttpUri=http://127.0.0.1:1/stolen",
        "CamelHttpPath=/v1/models",
        "CamelHttpMethod=DELETE",
        "CamelHttpResponseCode=299",
        "CamelHttpQuery=limit%3D1",
        "CamelSqlQuery=select%201",
        "CamelBeanMethodName=toString",
        "camelhttpresponsecode=299",
        "Content-Type=text/html"
      })
  void camels_own_headers_have_no_power_from_outside(String pair, TestHub hub) {
    TestUser user = hub.user().withKey("acme", "sk-edge-0123456789");
    String name = pair.substring(0, pair.indexOf('='));
    String value = pair.substring(pair.indexOf('=') + 1);

    Reply asQuery = user.get("/v1/keys?" + pair);
    Reply asHeader = user.call("GET", "/v1/keys", "", name, value);

    for (Reply reply : List.of(asQuery, asHeader)) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().path("data")).hasSize(1);
      assertThat(names(reply.headers())).isSubsetOf(KNOWN);
      assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    }
  }

  @Test
  void a_generation_goes_to_its_provider_whatever_the_request_carries(TestHub hub) {
    TestUser user = hub.user().withKey("acme", "sk-edge-0123456789");

    Reply reply =
        user.call(
            "POST",
            "/v1/generations?CamelHttpUri=http://127.0.0.1:1/stolen&CamelHttpPath=/stolen",
            "{\"model\": \"acme-quick\", \"prompt\": \"steered\"}",
            "CamelHttpUri",
            "http://127.0.0.1:1/stolen",
            "X-Leak",
            "leak-7f3a");

    assertThat(reply.status()).isEqualTo(202);
    user.settled(java.util.UUID.fromString(reply.json().path("id").asText()));
    assertThat(hub.provider().submits("steered"))
        .singleElement()
        .satisfies(
            submit -> {
              assertThat(submit.path()).isEqualTo("/tasks");
              assertThat(submit.headers()).doesNotContainKey("x-leak");
              assertThat(submit.headers().keySet()).noneMatch(it -> it.startsWith("camel"));
            });
  }

  @Test
  void nothing_of_a_request_comes_back_in_the_headers_of_its_answer(TestHub hub) {
    Reply found = hub.user().call("GET", "/v1/keys?echo=1", "", "X-Leak", "a", "Cookie", "c=1");
    Reply problem = hub.user().call("GET", "/v1/keys/none?echo=1", "", "X-Leak", "a");
    Reply unserved = hub.user().call("GET", "/v1/none?echo=1", "", "X-Leak", "a");

    for (Reply reply : List.of(found, problem, unserved)) {
      assertThat(names(reply.headers())).isSubsetOf(KNOWN).contains("x-request-id");
    }
  }

  @Test
  void no_answer_holds_a_token_or_a_key(TestHub hub) {
    String apiKey = "sk-secret-5ac8d2f1";
    TestUser user = hub.user().withKey("acme", apiKey);
    user.generate("acme-patient", "secrets");

    for (String path :
        List.of("/v1/keys", "/v1/generations", "/v1/providers", "/v1/models", "/v1/none")) {
      Reply reply = user.get(path);
      assertThat(reply.body() + reply.headers()).doesNotContain(apiKey).doesNotContain("Bearer ey");
    }
  }

  @Test
  void the_callers_request_id_is_taken_when_it_is_one(TestHub hub) {
    Reply given = hub.user().call("GET", "/v1/keys", "", "X-Request-Id", "from-the-caller-1");
    Reply nonsense = hub.user().call("GET", "/v1/keys", "", "X-Request-Id", "a b<script>");

    assertThat(given.header("X-Request-Id")).isEqualTo("from-the-caller-1");
    assertThat(nonsense.header("X-Request-Id")).doesNotContain("script").isNotBlank();
  }

  @Test
  void head_and_options_are_answered_and_change_nothing(TestHub hub) {
    Reply head = hub.user().call("HEAD", "/v1/keys", "");
    Reply options = hub.user().call("OPTIONS", "/v1/keys", "");

    assertThat(head.status()).isEqualTo(405);
    assertThat(head.header("Allow")).isEqualTo("GET, POST");
    assertThat(head.body()).isEmpty();
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("Allow")).isEqualTo("GET, POST");
  }

  private static Set<String> names(HttpHeaders headers) {
    return headers.map().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
