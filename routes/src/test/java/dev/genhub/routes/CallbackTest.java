package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genhub.routes.testing.ProviderAnswer;
import dev.genhub.routes.testing.Reply;
import dev.genhub.routes.testing.SharedHub;
import dev.genhub.routes.testing.TestHub;
import dev.genhub.routes.testing.TestUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Callbacks, with a model that is looked at once an hour: whatever moves its generations on within
 * a test is a callback.
 */
@ExtendWith(SharedHub.class)
class CallbackTest {
  private static final String MODEL = "acme-patient";

  @Test
  void a_callback_makes_the_hub_look_at_once(TestHub hub) {
    TestUser user = user(hub);
    UUID id = user.generate(MODEL, "on time");
    awaitProcessing(user, id);

    assertThat(callBack(hub, "on time", "true").status()).isEqualTo(200);

    assertThat(user.settled(id).path("status").asText()).isEqualTo("completed");
  }

  @Test
  void a_callback_that_comes_before_the_answer_to_the_submit_is_kept(TestHub hub) {
    TestUser user = user(hub);
    hub.provider()
        .onSubmit(
            "early",
            (request, connection) -> {
              assertThat(callBack(hub, "early", "true").status()).isEqualTo(200);
              hub.provider().taking().give(request, connection);
            });

    UUID id = user.generate(MODEL, "early");

    assertThat(user.settled(id).path("status").asText()).isEqualTo("completed");
  }

  @Test
  void a_callback_adopts_the_task_of_a_submit_whose_answer_was_lost(TestHub hub) {
    TestUser user = user(hub);
    hub.provider().onSubmit("lost", ProviderAnswer.reset());
    UUID id = user.generate(MODEL, "lost");
    await().until(() -> hub.provider().submits("lost").size() == 1);

    String task = hub.provider().newTask("lost");
    Reply reply = hub.call("POST", path(hub, "lost"), idOf(task), "X-Acme-Signature", "true");

    assertThat(reply.status()).isEqualTo(200);
    JsonNode settled = user.settled(id);
    assertThat(settled.path("status").asText()).isEqualTo("completed");
    assertThat(settled.path("providerTaskId").asText()).isEqualTo(task);
    assertThat(hub.provider().submits("lost")).hasSize(1);
  }

  @Test
  void duplicate_and_late_callbacks_change_nothing(TestHub hub) {
    TestUser user = user(hub);
    UUID id = user.generate(MODEL, "again");
    awaitProcessing(user, id);
    callBack(hub, "again", "true");
    callBack(hub, "again", "true");
    user.settled(id);
    // the copy of its result comes a moment later
    JsonNode settled =
        await().until(() -> user.generation(id), it -> it.at("/results/0/archived").asBoolean());

    Reply late = callBack(hub, "again", "true");

    assertThat(late.status()).isEqualTo(200);
    assertThat(user.generation(id)).isEqualTo(settled);
    assertThat(charges(hub, id)).isEqualTo("1");
  }

  @Test
  void a_callback_without_the_providers_signature_is_refused_and_moves_nothing(TestHub hub) {
    TestUser user = user(hub);
    UUID id = user.generate(MODEL, "forged");
    awaitProcessing(user, id);

    Reply forged = callBack(hub, "forged", "of course");

    assertThat(forged.status()).isEqualTo(401);
    assertThat(forged.code()).isEqualTo("unauthenticated");
    assertThat(hub.provider().looks("forged")).isZero();
    assertThat(user.generation(id).path("status").asText()).isEqualTo("processing");
  }

  @Test
  void a_token_that_the_hub_did_not_make_is_not_found(TestHub hub) {
    TestUser user = user(hub);
    user.generate(MODEL, "tokens");
    await().until(() -> hub.provider().submits("tokens").size() == 1);
    String path = path(hub, "tokens");
    char last = path.charAt(path.length() - 1);
    String tampered = path.substring(0, path.length() - 1) + (last == 'A' ? 'Q' : 'A');

    assertThat(hub.call("POST", "/v1/callbacks/acme/guess", "{}").status()).isEqualTo(404);
    assertThat(hub.call("POST", tampered, "{}").status()).isEqualTo(404);
    assertThat(hub.call("POST", path.replace("/acme/", "/fragile/"), "{}").status()).isEqualTo(404);
  }

  private static TestUser user(TestHub hub) {
    return hub.user().withKey("acme", "sk-callback-0123456789");
  }

  private static void awaitProcessing(TestUser user, UUID id) {
    await().until(() -> user.generation(id).path("status").asText().equals("processing"));
  }

  private static Reply callBack(TestHub hub, String prompt, String signature) {
    return hub.call("POST", path(hub, prompt), "{}", "X-Acme-Signature", signature);
  }

  /** The callback address that the hub gave the provider. */
  private static String path(TestHub hub, String prompt) {
    try {
      String body = hub.provider().submits(prompt).get(0).body();
      return URI.create(new ObjectMapper().readTree(body).path("callback").asText()).getPath();
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  private static String idOf(String task) {
    return "{\"id\": \"" + task + "\"}";
  }

  private static String charges(TestHub hub, UUID id) {
    return hub.value(
        "select count(*) from genhub.ledger_entries where kind = 'charge' and generation_id = '"
            + id
            + "'");
  }
}
