package dev.genhub.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.account.Account;
import dev.genhub.simulator.account.Accounts;
import dev.genhub.simulator.task.Phase;
import dev.genhub.simulator.task.SimTask;
import dev.genhub.simulator.task.TaskStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What all tasks come to: counts, double submits, credits. */
final class Summary {

  private final TaskStore store;
  private final Accounts accounts;

  Summary(TaskStore store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  ObjectNode at(Instant now) {
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    summary.put("tasks", store.all().size());
    ObjectNode byState = summary.putObject("byState");
    count(task -> TaskListing.word(task.phase(now))).forEach(byState::put);
    for (Phase phase : Phase.values()) {
      byState.putIfAbsent(TaskListing.word(phase), JsonNodeFactory.instance.numberNode(0));
    }
    ObjectNode byFamily = summary.putObject("byFamily");
    count(SimTask::family).forEach(byFamily::put);
    addDoubleSubmits(summary.putArray("doubleSubmits"));
    addCredits(summary.putObject("credits"), accounts.all(), now);
    ArrayNode each = summary.putArray("accounts");
    accounts.all().forEach(account -> describe(each.addObject(), account, now));
    return summary;
  }

  private Map<String, Integer> count(Function<SimTask, String> by) {
    return store.all().stream()
        .collect(Collectors.groupingBy(by, Collectors.summingInt(task -> 1)));
  }

  /** Callback addresses that more than one task was made with: the same order, taken twice. */
  private void addDoubleSubmits(ArrayNode list) {
    store
        .submitsByCallback()
        .forEach(
            (url, submits) -> {
              if (submits > 1) {
                list.addObject().put("callBackUrl", url).put("submits", submits);
              }
            });
  }

  private static void addCredits(ObjectNode credits, Collection<Account> of, Instant now) {
    BigDecimal charged = sum(of, Account::charged);
    BigDecimal paidBack = sum(of, account -> account.paidBack(now));
    credits.put("charged", charged).put("paidBack", paidBack);
    credits.put("spent", charged.subtract(paidBack));
  }

  private static BigDecimal sum(Collection<Account> of, Function<Account, BigDecimal> figure) {
    return of.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void describe(ObjectNode entry, Account account, Instant now) {
    entry.put("account", account.digest());
    addCredits(entry, java.util.List.of(account), now);
    entry.put("balance", account.balance(now));
  }
}
