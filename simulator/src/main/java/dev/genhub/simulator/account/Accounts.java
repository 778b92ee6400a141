package dev.genhub.simulator.account;

import dev.genhub.simulator.task.SimTask;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All accounts. Any key is one, unless it begins with {@code bad}; one that begins with {@code
 * poor} has no credits. Used on the event loop only.
 */
public final class Accounts {

  private static final int DIGEST_BYTES = 8;

  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final AccountSettings settings;

  /** Starts with no accounts. */
  public Accounts(AccountSettings settings) {
    this.settings = settings;
  }

  /** The account of a key; empty when the key is not a good one. */
  public Optional<Account> of(String key) {
    if (key.isBlank() || key.startsWith("bad")) {
      return Optional.empty();
    }
    return Optional.of(
        accounts.computeIfAbsent(
            digest(key),
            digest -> open(digest, key.startsWith("poor") ? BigDecimal.ZERO : settings.credits())));
  }

  private Account open(String digest, BigDecimal granted) {
    return new Account(digest, granted, new SubmitWindow(settings.submitsPer10s()));
  }

  private static String digest(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Charges again for a task of an earlier run. */
  public void recall(SimTask task) {
    Account account =
        accounts.computeIfAbsent(task.account(), digest -> open(digest, settings.credits()));
    account.recall(task.credits());
    planPayBack(account, task);
  }

  /** Gives back the credits of a task that fails, at its end. */
  public void planPayBack(Account account, SimTask task) {
    if (task.fate().fails()) {
      account.payBack(task.credits(), task.endsAt());
    }
  }

  /** All that have been seen; a view. */
  public Collection<Account> all() {
    return Collections.unmodifiableCollection(accounts.values());
  }

  /** Forgets everything. */
  public void forgetAll() {
    accounts.clear();
  }
}
