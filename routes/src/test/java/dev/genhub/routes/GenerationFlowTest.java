package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.routes.testing.LocalProvider;
import dev.genhub.routes.testing.ProviderAnswer;
import dev.genhub.routes.testing.ProviderRequest;
import dev.genhub.routes.testing.Reply;
import dev.genhub.routes.testing.SharedHub;
import dev.genhub.routes.testing.TestHub;
import dev.genhub.routes.testing.TestUser;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A generation on its way through all routes. */
@ExtendWith(SharedHub.class)
class GenerationFlowTest {

  @Test
  void a_generation_is_sent_followed_settled_and_its_result_kept(TestHub hub) {
    TestUser user = hub.user().withKey("acme", "sk-flow-0123456789");
    String prompt = "a lighthouse";
    hub.provider().onStatus(prompt, ProviderAnswer.json(200, "{\"state\": \"running\"}"));

    UUID id = user.generate("acme-quick", prompt);
    JsonNode settled = user.settled(id);

    assertThat(settled.path("status").asText()).isEqualTo("completed");
    assertThat(settled.path("progress").asInt()).isEqualTo(100);
    assertThat(settled.path("cost").path("charged").path("credits").asInt()).isEqualTo(10);
    assertThat(settled.path("providerTaskId").asText()).startsWith("task-");
    assertThat(hub.provider().looks(prompt)).isGreaterThanOrEqualTo(2);
    assertThat(hub.provider().submits(prompt)).singleElement().satisfies(this::carriesTheKey);

    String content = settled.path("results").path(0).path("id").asText();
    await().until(() -> archived(user, content));
    Reply file = user.get("/v1/content/" + content + "/file");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("image/png");
    Reply part = user.call("GET", "/v1/content/" + content + "/file", "", "Range", "bytes=1-3");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range")).isEqualTo("bytes 1-3/" + LocalProvider.IMAGE.length);
    assertThat(part.body().getBytes(StandardCharsets.UTF_8)).containsExactly('P', 'N', 'G');
  }

  private void carriesTheKey(ProviderRequest submit) {
    assertThat(submit.headers()).containsEntry("authorization", "Bearer sk-flow-0123456789");
    assertThat(submit.headers()).doesNotContainKey("genhub-credential-reference");
  }

  private static boolean archived(TestUser user, String content) {
    return user.get("/v1/content/" + content).json().path("archived").asBoolean();
  }

  @Test
  void the_same_idempotency_key_is_sent_to_the_provider_once(TestHub hub) {
    TestUser user = hub.user().withKey("acme", "sk-once-0123456789");
    String body = "{\"model\": \"acme-quick\", \"prompt\": \"only once\"}";

    Reply first = user.call("POST", "/v1/generations", body, "Idempotency-Key", "k1");
    Reply again = user.call("POST", "/v1/generations", body, "Idempotency-Key", "k1");

    assertThat(first.status()).isEqualTo(202);
    assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    user.settled(UUID.fromString(first.json().path("id").asText()));
    assertThat(hub.provider().submits("only once")).hasSize(1);
  }

  @Test
  void a_generation_that_waits_in_the_queue_can_be_cancelled_and_is_never_sent(TestHub hub) {
    TestUser user = hub.user().withKey("acme", "sk-cancel-0123456789");
    hub.provider().onSubmit("not now", ProviderAnswer.json(429, "{}", "Retry-After: 600"));
    UUID id = user.generate("acme-quick", "not now");
    await().until(() -> hub.provider().submits("not now").size() == 1);
    await()
        .until(
            () ->
                hub.value("select phase from generation_tasks where id = '" + id + "'")
                    .equals("queued"));

    Reply cancelled = user.call("POST", "/v1/generations/" + id + "/cancel", "");

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(user.generation(id).path("status").asText()).isEqualTo("cancelled");
    assertThat(user.generation(id).path("cost").path("charged").isNull()).isTrue();
  }
}
