package dev.genhub.simulator.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The credits behind one key. Used on the event loop only. */
public final class Account {

  private record PayBack(Instant due, BigDecimal credits) {}

  private final String digest;
  private final BigDecimal granted;
  private final SubmitWindow window;
  private final PriorityQueue<PayBack> payBacks =
      new PriorityQueue<>(Comparator.comparing(PayBack::due));
  private BigDecimal charged = BigDecimal.ZERO;
  private BigDecimal paidBack = BigDecimal.ZERO;

  Account(String digest, BigDecimal granted, SubmitWindow window) {
    this.digest = digest;
    this.granted = granted;
    this.window = window;
  }

  /** The key, so that nobody can read it. */
  public String digest() {
    return digest;
  }

  /** Whether one more submit is within what an account may send. */
  public boolean admits(Instant now) {
    return window.admits(now);
  }

  /** Takes credits, unless there are too few. */
  public boolean charge(BigDecimal credits, Instant now) {
    if (balance(now).compareTo(credits) < 0) {
      return false;
    }
    charged = charged.add(credits);
    return true;
  }

  /** Gives credits back at a time. */
  public void payBack(BigDecimal credits, Instant due) {
    payBacks.add(new PayBack(due, credits));
  }

  /** What has been taken, without regard to what was given back. */
  public BigDecimal charged() {
    return charged;
  }

  /** What has been given back by now. */
  public BigDecimal paidBack(Instant now) {
    while (!payBacks.isEmpty() && !payBacks.peek().due().isAfter(now)) {
      paidBack = paidBack.add(payBacks.remove().credits());
    }
    return paidBack;
  }

  /** What is left. */
  public BigDecimal balance(Instant now) {
    return granted.subtract(charged).add(paidBack(now));
  }

  /** Takes credits that an earlier run has taken already. */
  void recall(BigDecimal credits) {
    charged = charged.add(credits);
  }
}
