package dev.genhub.simulator;

import dev.genhub.simulator.account.AccountSettings;
import dev.genhub.simulator.task.TaskDurations;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulator}: runs a simulator until the process is told to end. */
@Command(
    name = "simulator",
    sortOptions = false,
    description = "Stands in for providers: takes tasks, makes real files, and fails on demand.")
public final class SimulatorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @SuppressWarnings("unused") // picocli looks at it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "where to listen")
  private String host;

  @Option(names = "--port", defaultValue = "9090", description = "where to listen; 0: a free port")
  private int port;

  @Option(names = "--public-url", description = "base of result addresses, if it is another")
  private URI publicUrl;

  @Option(
      names = "--dialect",
      defaultValue = "live",
      description = "live or guide",
      converter = OptionConverters.OfDialect.class)
  private Dialect dialect;

  @Option(
      names = "--duration",
      description = "how long every task takes: 500ms, 2s, 30m",
      converter = OptionConverters.OfDuration.class)
  private Duration duration;

  @Option(names = "--duration-factor", defaultValue = "1", description = "or so many times as long")
  private double factor;

  @Option(
      names = "--latency",
      defaultValue = "0s",
      description = "how long every answer takes at least",
      converter = OptionConverters.OfDuration.class)
  private Duration latency;

  @Option(names = "--hmac-key", description = "signs callbacks")
  private String hmacKey;

  @Option(names = "--credits", description = "what each account begins with")
  private BigDecimal credits = AccountSettings.USUAL.credits();

  @Option(
      names = "--submits-per-10s",
      defaultValue = "0",
      description = "how many submits an account may send; 0: any number")
  private int submitsPer10s;

  @Option(names = "--journal", description = "folder in which tasks survive a restart")
  private Path journal;

  @Mixin private FaultRateOptions faults;

  /** The command by itself; a mistake in an option is told in one line. */
  public static CommandLine commandLine() {
    return new CommandLine(new SimulatorCommand())
        .setParameterExceptionHandler(
            (mistake, arguments) -> {
              mistake.getCommandLine().getErr().println(mistake.getMessage());
              return CommandLine.ExitCode.USAGE;
            });
  }

  /** Runs until the process is told to end. */
  @Override
  public Integer call() throws InterruptedException {
    try (RunningSimulator running = Simulator.start(options())) {
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "simulator-shutdown"));
      spec.commandLine()
          .getOut()
          .printf("KIE.AI simulator (%s) listens on %s%n", dialect.word(), running.baseUrl());
      spec.commandLine().getOut().flush();
      new CountDownLatch(1).await();
      return 0;
    } catch (SimulatorException | IllegalArgumentException wrong) {
      spec.commandLine().getErr().println(wrong.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private SimulatorOptions options() {
    TaskDurations durations = duration == null ? TaskDurations.USUAL : TaskDurations.all(duration);
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withHost(host)
            .withPort(port)
            .withDialect(dialect)
            .withDurations(durations.times(factor))
            .withLatency(latency)
            .withCredits(credits)
            .withSubmitsPer10s(submitsPer10s)
            .withFaultRates(faults.rates())
            .withSlowBy(faults.slowBy());
    options = publicUrl == null ? options : options.withPublicUrl(publicUrl);
    options = hmacKey == null ? options : options.withHmacKey(hmacKey);
    return journal == null ? options : options.withJournal(journal);
  }
}
