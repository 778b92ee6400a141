package dev.genhub.engine.key;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.call.OutboundCall;
import java.util.Objects;

/**
 * The test of a key, as it travels along its route.
 *
 * @param actor who asked for it
 * @param plugin whose way it is, and whose door it goes through
 * @param call what is sent
 */
public record KeyTest(Actor actor, TestedKey key, String plugin, OutboundCall call) {

  public KeyTest {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(plugin, "plugin");
    Objects.requireNonNull(call, "call");
  }
}
