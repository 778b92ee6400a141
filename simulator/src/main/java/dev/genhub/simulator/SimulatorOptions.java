package dev.genhub.simulator;

import dev.genhub.simulator.account.AccountSettings;
import dev.genhub.simulator.callback.CallbackSettings;
import dev.genhub.simulator.fault.FaultRates;
import dev.genhub.simulator.fault.FaultSettings;
import dev.genhub.simulator.task.TaskDurations;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a simulator behaves. Begin with {@link #defaults()} and change what matters.
 *
 * @param host the address to listen on
 * @param port the port; 0 takes a free one
 * @param publicUrl the base of result addresses, where others reach it by another name
 * @param latency how long every answer takes at least
 * @param journal the folder in which tasks survive a restart
 */
public record SimulatorOptions(
    String host,
    int port,
    Optional<URI> publicUrl,
    Dialect dialect,
    TaskDurations durations,
    Duration latency,
    FaultSettings faults,
    CallbackSettings callbacks,
    AccountSettings accounts,
    Optional<Path> journal,
    Clock clock) {

  /** Refuses what cannot be. */
  public SimulatorOptions {
    Objects.requireNonNull(host, "host");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", it must be from 0 to 65535");
    }
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency is " + latency + ", it must not be negative");
    }
  }

  /** The live dialect on a free port of 127.0.0.1, without faults and without a journal. */
  public static SimulatorOptions defaults() {
    return new SimulatorOptions(
        "127.0.0.1",
        0,
        Optional.empty(),
        Dialect.LIVE,
        TaskDurations.USUAL,
        Duration.ZERO,
        FaultSettings.USUAL,
        CallbackSettings.USUAL,
        AccountSettings.USUAL,
        Optional.empty(),
        Clock.systemUTC());
  }

  /** Listens on another address. */
  public SimulatorOptions withHost(String other) {
    return new SimulatorOptions(
        other, port, publicUrl, dialect, durations, latency, faults, callbacks, accounts, journal,
        clock);
  }

  /** Listens on another port; 0 takes a free one. */
  public SimulatorOptions withPort(int other) {
    return new SimulatorOptions(
        host, other, publicUrl, dialect, durations, latency, faults, callbacks, accounts, journal,
        clock);
  }

  /** Names itself otherwise in the addresses of results. */
  public SimulatorOptions withPublicUrl(URI other) {
    return new SimulatorOptions(
        host,
        port,
        Optional.of(other),
        dialect,
        durations,
        latency,
        faults,
        callbacks,
        accounts,
        journal,
        clock);
  }

  /** Speaks another dialect. */
  public SimulatorOptions withDialect(Dialect other) {
    return new SimulatorOptions(
        host, port, publicUrl, other, durations, latency, faults, callbacks, accounts, journal,
        clock);
  }

  /** Lets tasks take other times. */
  public SimulatorOptions withDurations(TaskDurations other) {
    return new SimulatorOptions(
        host, port, publicUrl, dialect, other, latency, faults, callbacks, accounts, journal,
        clock);
  }

  /** Lets all tasks take the same time. */
  public SimulatorOptions withDuration(Duration other) {
    return withDurations(TaskDurations.all(other));
  }

  /** Keeps every answer back. */
  public SimulatorOptions withLatency(Duration other) {
    return new SimulatorOptions(
        host, port, publicUrl, dialect, durations, other, faults, callbacks, accounts, journal,
        clock);
  }

  /** Lets things go wrong at random. */
  public SimulatorOptions withFaultRates(FaultRates other) {
    return withFaults(faults.withRates(other));
  }

  /** Decides how slow slow answers are. */
  public SimulatorOptions withSlowBy(Duration other) {
    return withFaults(faults.withSlowBy(other));
  }

  private SimulatorOptions withFaults(FaultSettings other) {
    return new SimulatorOptions(
        host, port, publicUrl, dialect, durations, latency, other, callbacks, accounts, journal,
        clock);
  }

  /** Signs callbacks. */
  public SimulatorOptions withHmacKey(String key) {
    return withCallbacks(callbacks.withHmacKey(key));
  }

  /** Waits for the answer to a callback, and repeats undelivered ones, after other times. */
  public SimulatorOptions withCallbackTimes(Duration answerWithin, Duration repeatAfter) {
    return withCallbacks(callbacks.withTimes(answerWithin, repeatAfter));
  }

  private SimulatorOptions withCallbacks(CallbackSettings other) {
    return new SimulatorOptions(
        host, port, publicUrl, dialect, durations, latency, faults, other, accounts, journal,
        clock);
  }

  /** Grants each account other credits. */
  public SimulatorOptions withCredits(BigDecimal other) {
    return withAccounts(new AccountSettings(other, accounts.submitsPer10s()));
  }

  /** Limits how many submits an account may send within ten seconds; 0 means any number. */
  public SimulatorOptions withSubmitsPer10s(int other) {
    return withAccounts(new AccountSettings(accounts.credits(), other));
  }

  private SimulatorOptions withAccounts(AccountSettings other) {
    return new SimulatorOptions(
        host, port, publicUrl, dialect, durations, latency, faults, callbacks, other, journal,
        clock);
  }

  /** Keeps tasks in a folder, which is made if absent. */
  public SimulatorOptions withJournal(Path folder) {
    return new SimulatorOptions(
        host,
        port,
        publicUrl,
        dialect,
        durations,
        latency,
        faults,
        callbacks,
        accounts,
        Optional.of(folder),
        clock);
  }

  /** Reads the time elsewhere; timers still run in real time. */
  public SimulatorOptions withClock(Clock other) {
    return new SimulatorOptions(
        host, port, publicUrl, dialect, durations, latency, faults, callbacks, accounts, journal,
        other);
  }
}
