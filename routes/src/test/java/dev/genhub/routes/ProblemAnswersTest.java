package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.routes.testing.Reply;
import dev.genhub.routes.testing.SharedHub;
import dev.genhub.routes.testing.TestHub;
import dev.genhub.routes.testing.TestUser;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every way in which a request can be wrong has its answer, in one form. */
@ExtendWith(SharedHub.class)
class ProblemAnswersTest {
  private static final String ASKED = "{\"model\": \"acme-quick\", \"prompt\": \"a\"}";

  @Test
  void nobody_gets_in_without_a_token_or_with_a_wrong_one(TestHub hub) {
    Reply none = hub.call("GET", "/v1/keys", "");
    Reply wrong = hub.call("GET", "/v1/keys", "", "Authorization", "Bearer a.b.c");

    requireProblem(none, 401, "unauthenticated");
    requireProblem(wrong, 401, "unauthenticated");
    assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void what_is_not_there_and_what_is_anothers_get_the_same_answer(TestHub hub) {
    UUID anothers = hub.user().withKey("acme", "sk-problem-0123").generate("acme-patient", "mine");

    requireProblem(hub.user().get("/v1/generations/" + anothers), 404, "not_found");
    requireProblem(hub.user().get("/v1/generations/" + UUID.randomUUID()), 404, "not_found");
    requireProblem(hub.user().get("/v1/generations/not-an-id"), 404, "not_found");
    requireProblem(hub.user().get("/v1/nothing/here"), 404, "not_found");
  }

  @Test
  void a_method_that_an_address_does_not_take_is_named_with_those_it_takes(TestHub hub) {
    Reply reply = hub.user().call("DELETE", "/v1/generations", "");

    requireProblem(reply, 405, "method_not_allowed");
    assertThat(reply.header("Allow")).isEqualTo("GET, POST");
  }

  @Test
  void a_caller_who_takes_no_json_is_told_before_anything_is_done(TestHub hub) {
    TestUser user = hub.user().withKey("acme", "sk-problem-0123");

    Reply reply = user.call("POST", "/v1/generations", ASKED, "Accept", "text/html");

    requireProblem(reply, 406, "not_acceptable");
    assertThat(user.get("/v1/generations").json().path("data")).isEmpty();
    assertThat(user.call("GET", "/v1/keys", "", "Accept", "text/html, */*;q=0.1").status())
        .isEqualTo(200);
  }

  @Test
  void a_body_that_is_no_json_is_refused_by_its_type_and_by_its_content(TestHub hub) {
    TestUser user = hub.user();

    requireProblem(
        user.call("POST", "/v1/generations", "model=a", "Content-Type", "text/plain"),
        415,
        "unsupported_media_type");
    requireProblem(user.call("POST", "/v1/generations", "{\"model\": "), 400, "malformed_request");
    requireProblem(user.call("POST", "/v1/generations", "[]"), 400, "malformed_request");
    requireProblem(user.call("POST", "/v1/generations", ""), 400, "malformed_request");
  }

  @Test
  void a_body_over_a_mebibyte_is_too_large_however_large_it_is(TestHub hub) {
    String large = "{\"prompt\": \"" + "a".repeat(1024 * 1024) + "\"}";
    String larger = "{\"prompt\": \"" + "a".repeat(3 * 1024 * 1024) + "\"}";

    requireProblem(hub.user().call("POST", "/v1/generations", large), 413, "payload_too_large");
    requireProblem(hub.user().call("POST", "/v1/generations", larger), 413, "payload_too_large");
  }

  @Test
  void what_is_wrong_in_a_body_is_pointed_at(TestHub hub) {
    Reply reply =
        hub.user()
            .withKey("acme", "sk-problem-0123")
            .call(
                "POST",
                "/v1/generations",
                """
                {"model": "acme-quick", "prompt": "a", "parameters": {"size": 99, "colour": 1}}
                """);

    requireProblem(reply, 422, "validation_failed");
    assertThat(reply.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/parameters/size", "/parameters/colour");
    assertThat(reply.json().path("errors").toString()).contains("99");
  }

  @Test
  void a_model_that_nobody_serves_is_unknown(TestHub hub) {
    requireProblem(
        hub.user().call("POST", "/v1/generations", "{\"model\": \"none\", \"prompt\": \"a\"}"),
        422,
        "unknown_model");
  }

  @Test
  void a_provider_without_a_key_is_a_conflict(TestHub hub) {
    requireProblem(hub.user().call("POST", "/v1/generations", ASKED), 409, "provider_key_required");
  }

  @Test
  void a_cost_above_the_requests_own_maximum_is_refused_before_anything_is_sent(TestHub hub) {
    Reply reply =
        hub.user()
            .withKey("acme", "sk-problem-0123")
            .call(
                "POST",
                "/v1/generations",
                """
                {"model": "acme-quick", "prompt": "too dear", "maxCost": {"credits": 9}}
                """);

    requireProblem(reply, 402, "max_cost_exceeded");
    assertThat(hub.provider().submits("too dear")).isEmpty();
  }

  @Test
  void an_idempotency_key_belongs_to_one_request(TestHub hub) {
    TestUser user = hub.user().withKey("acme", "sk-problem-0123");
    user.call("POST", "/v1/generations", ASKED, "Idempotency-Key", "one");

    Reply other =
        user.call(
            "POST",
            "/v1/generations",
            "{\"model\": \"acme-quick\", \"prompt\": \"b\"}",
            "Idempotency-Key",
            "one");

    requireProblem(other, 422, "idempotency_key_reused");
  }

  private static void requireProblem(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.json().path("title").asText()).isNotBlank();
    assertThat(reply.json().path("detail").asText()).isNotBlank();
    assertThat(reply.json().path("requestId").asText())
        .isNotBlank()
        .isEqualTo(reply.header("X-Request-Id"));
    assertThat(reply.body()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
