package dev.genhub.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that runs until it is closed, or until this process ends. Safe for use by many threads.
 */
public final class RunningPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningPostgres.class);
  private static final int SHUTDOWN_SECONDS = 8;

  private final Process shell;
  private final FileChannel lock;
  private final int port;
  private final String password;
  private final String superuserPassword;

  RunningPostgres(
      Process shell, FileChannel lock, int port, String password, String superuserPassword) {
    this.shell = shell;
    this.lock = lock;
    this.port = port;
    this.password = password;
    this.superuserPassword = superuserPassword;
  }

  /** The address of the hub's database. */
  public String jdbcUrl() {
    return jdbcUrl("genhub");
  }

  /** The address of a database of this server. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The owner of the hub's database: no superuser, but may create roles. */
  public String user() {
    return "genhub";
  }

  /** The owner's password. */
  public String password() {
    return password;
  }

  /** The password of {@code postgres}, for whoever needs another database. */
  public String superuserPassword() {
    return superuserPassword;
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Ends the server: open transactions are rolled back, what is committed is on disk. */
  @Override
  public void close() {
    try {
      // the shell around the server takes this as its sign
      shell.getOutputStream().close();
      if (!shell.waitFor(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("PostgreSQL did not end within {} s and is killed", SHUTDOWN_SECONDS);
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
      }
      lock.close();
    } catch (IOException closed) {
      LOG.debug("the server's shell is gone already", closed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
