package dev.genhub.cli.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.cli.hub.HubUser;
import dev.genhub.cli.hub.PackagedHub;
import dev.genhub.engine.key.MasterKey;
import dev.genhub.postgres.testing.TestDatabase;
import dev.genhub.simulator.RunningSimulator;
import dev.genhub.simulator.Simulator;
import dev.genhub.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key is changed while generations are under way. */
class RewrapIT {
  private static final int USERS = 40;

  @TempDir Path folder;

  @Test
  void no_generation_fails_while_every_key_is_sealed_anew() {
    try (RunningSimulator provider =
        Simulator.start(SimulatorOptions.defaults().withDuration(Duration.ofSeconds(1)))) {
      PackagedHub old = PackagedHub.at(provider, folder).on(TestDatabase.create());
      List<HubUser> users = usersWithKeys(old);
      PackagedHub both =
          old.with("genhub.master-key", MasterKey.generate())
              .with("genhub.master-key-previous", old.setting("genhub.master-key"));
      Map<String, HubUser> made = new HashMap<>();
      try (both) {
        both.start();
        HubUser admin = HubUser.admin(both);
        generateAll(users, made);
        admin.call("POST", "/v1/admin/keys/rewrap", null).ok();
        JsonNode done =
            await()
                .atMost(Duration.ofSeconds(60))
                .until(
                    () -> {
                      generateAll(users.subList(0, 5), made);
                      return admin.call("GET", "/v1/admin/keys/rewrap", null).ok().json();
                    },
                    progress -> !progress.path("running").asBoolean());
        generateAll(users, made);

        assertThat(done.path("done").asInt()).isGreaterThanOrEqualTo(USERS);
        assertThat(done.path("failed").asInt()).isZero();
        assertAllCompleted(made);
      }
      assertOpensWithoutTheOldKey(
          old.with("genhub.master-key", both.setting("genhub.master-key")), users);
    }
  }

  private static List<HubUser> usersWithKeys(PackagedHub hub) {
    List<HubUser> users = new ArrayList<>();
    try (hub) {
      hub.start();
      for (int i = 0; i < USERS; i++) {
        HubUser user = HubUser.of(hub);
        user.storeKey("key-of-user-" + i);
        users.add(user);
      }
    }
    return users;
  }

  private static void generateAll(List<HubUser> users, Map<String, HubUser> made) {
    users.forEach(user -> made.put(user.generate("while keys are sealed anew"), user));
  }

  private static void assertAllCompleted(Map<String, HubUser> made) {
    made.forEach(
        (id, user) -> assertThat(user.settled(id).path("status").asText()).isEqualTo("completed"));
  }

  private static void assertOpensWithoutTheOldKey(PackagedHub renewed, List<HubUser> users) {
    try (renewed) {
      renewed.start();
      HubUser user = users.get(0);
      assertThat(user.settled(user.generate("afterwards")).path("status").asText())
          .isEqualTo("completed");
    }
  }
}
