package dev.genhub.engine.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The few threads on which the code of one plugin runs, and nothing else does. A call that takes
 * too long is interrupted and its caller goes on; code that does not even heed that keeps the
 * thread that it has, and once it has them all its calls fail at once. Safe for use by many
 * threads.
 */
final class PluginThreads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginThreads.class);

  /** Calls take microseconds, so few threads serve many callers. */
  static final int USUAL = 4;

  private static final int WAITING = 1_000;
  private static final int IDLE_SECONDS = 30;

  private final String plugin;
  private final Duration limit;
  private final int threads;
  private final ThreadPoolExecutor pool;
  private final AtomicInteger hanging = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * @param plugin id and version, for the log
   * @param loader where the plugin's code finds its resources
   * @param limit how long a call may take
   */
  PluginThreads(String plugin, ClassLoader loader, Duration limit, int threads) {
    this.plugin = plugin;
    this.limit = limit;
    this.threads = threads;
    AtomicInteger made = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            work -> {
              // without what the hub's threads hold for themselves
              String name = "plugin-" + plugin.replace(' ', '-') + "-" + made.incrementAndGet();
              Thread thread = new Thread(null, work, name, 0, false);
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs the plugin's code and waits for its answer.
   *
   * @param asked what for, for the log
   * @throws PluginCallException if it throws anything, answers null, or takes too long
   */
  <T> T call(String asked, Callable<T> code) {
    if (hanging.get() >= threads) {
      throw failed(asked, hangs());
    }
    Call<T> call = new Call<>(() -> Answer.of(code));
    underWay.incrementAndGet();
    try {
      pool.execute(call);
      Answer<T> answer = call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.value() == null) {
        LOG.error("plugin {} failed at {}: {}", plugin, asked, answer.details());
        throw new PluginCallException(answer.reason());
      }
      return answer.value();
    } catch (TimeoutException late) {
      call.abandon();
      throw failed(asked, "it gave no answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException | CancellationException ended) {
      throw failed(asked, "it was unloaded");
    } catch (RejectedExecutionException full) {
      throw failed(asked, pool.isShutdown() ? "it was unloaded" : "too many calls wait for it");
    } catch (InterruptedException stopping) {
      call.abandon();
      Thread.currentThread().interrupt();
      throw failed(asked, "the hub is stopping");
    } finally {
      underWay.decrementAndGet();
    }
  }

  private PluginCallException failed(String asked, String why) {
    LOG.error("plugin {} failed at {}: {}", plugin, asked, why);
    return new PluginCallException(why);
  }

  private String hangs() {
    return "all its " + threads + " threads hang in calls that do not end";
  }

  /** Why nothing can be asked at the moment; empty while it can. */
  Optional<String> problem() {
    return hanging.get() >= threads ? Optional.of(hangs()) : Optional.empty();
  }

  /** How many calls are waited for. */
  int underWay() {
    return underWay.get();
  }

  /** Nothing more is run; what runs is interrupted. */
  @Override
  public void close() {
    pool.shutdownNow();
  }

  /** A call that may be given up by its caller while it goes on. */
  private final class Call<T> extends FutureTask<Answer<T>> {

    private boolean running;
    private boolean abandoned;

    Call(Callable<Answer<T>> code) {
      super(code);
    }

    @Override
    public void run() {
      begin();
      try {
        super.run();
      } finally {
        end();
      }
    }

    private synchronized void begin() {
      running = true;
    }

    private synchronized void end() {
      running = false;
      if (abandoned) {
        hanging.decrementAndGet();
      }
    }

    synchronized void abandon() {
      if (running && !abandoned) {
        abandoned = true;
        hanging.incrementAndGet();
      }
      cancel(true);
    }
  }
}
