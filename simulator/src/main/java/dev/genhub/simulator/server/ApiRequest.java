package dev.genhub.simulator.server;

import dev.genhub.simulator.account.Account;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;

/**
 * A request that passed the gate.
 *
 * @param parameters of the query and of the path
 * @param body empty when there is none
 */
public record ApiRequest(Account account, MultiMap headers, MultiMap parameters, Buffer body) {

  /** A parameter, or an empty text. */
  public String parameter(String name) {
    return Objects.requireNonNullElse(parameters.get(name), "");
  }

  /** A header, or an empty text. */
  public String header(String name) {
    return Objects.requireNonNullElse(headers.get(name), "");
  }
}
