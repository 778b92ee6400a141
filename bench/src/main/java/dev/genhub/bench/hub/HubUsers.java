package dev.genhub.bench.hub;

import dev.genhub.engine.security.Caller;
import dev.genhub.engine.security.TokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes users the way apps do: by a token, and with a key that they store. */
public final class HubUsers {
  private static final Duration LASTING = Duration.ofHours(6);
  private static final String KEY =
      "{\"provider\":\"kie-ai\",\"name\":\"bench\",\"apiKey\":\"bench-key-0123456789\"}";

  private HubUsers() {}

  /** New users, each with an active key for KIE.AI. */
  public static List<BenchUser> create(HubProcess hub, int count) {
    TokenIssuer issuer = new TokenIssuer(hub.tokens(), Clock.systemUTC());
    HubApi api = new HubApi(hub.address());
    List<BenchUser> users = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID id = UUID.randomUUID();
      BenchUser user = new BenchUser(id, issuer.issue(new Caller(id, false), LASTING));
      api.create("/v1/keys", user.token(), KEY);
      users.add(user);
    }
    return users;
  }
}
