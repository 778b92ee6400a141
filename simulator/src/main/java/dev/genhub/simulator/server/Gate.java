package dev.genhub.simulator.server;

import dev.genhub.simulator.account.Account;
import dev.genhub.simulator.account.Accounts;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Lets requests in that say what sends them and have a good key. The wall in front of KIE.AI turns
 * away a request without a user agent in a way that looks like a wrong key.
 */
final class Gate implements Handler<RoutingContext> {

  private static final String ACCOUNT = "account";

  private final Provider provider;
  private final Accounts accounts;
  private final ReplySender sender;

  Gate(Provider provider, Accounts accounts, ReplySender sender) {
    this.provider = provider;
    this.accounts = accounts;
    this.sender = sender;
  }

  @Override
  public void handle(RoutingContext exchange) {
    String userAgent = exchange.request().getHeader("User-Agent");
    if (userAgent == null || userAgent.isBlank()) {
      sender.send(exchange.response(), Reply.of(Answer.text(403, "error code: 1010")));
      return;
    }
    Optional<Account> account = provider.key(exchange.request().headers()).flatMap(accounts::of);
    if (account.isEmpty()) {
      sender.send(exchange.response(), Reply.of(provider.wording().refusal(401)));
      return;
    }
    exchange.put(ACCOUNT, account.get());
    exchange.next();
  }

  /** The account of a request that passed. */
  static Account account(RoutingContext exchange) {
    return exchange.get(ACCOUNT);
  }
}
