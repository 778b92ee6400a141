package dev.genhub.postgres;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a PostgreSQL in a folder; makes it first where there is none. */
public final class EmbeddedPostgres {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration START_WITHIN = Duration.ofSeconds(60);
  private static final int PORT_ATTEMPTS = 5;

  /**
   * Runs the server and watches standard input, which the JVM holds open for as long as it lives.
   * When it closes, by whatever end of the JVM, the server shuts down.
   */
  private static final String GUARD =
      "exec 3<&0; \"$@\" </dev/null 3<&- & server=$!; "
          + "{ cat <&3 >/dev/null; kill -INT $server 2>/dev/null; } & wait $server";

  private final Path folder;
  private final Path data;
  private final ServerAccount account;

  private EmbeddedPostgres(Path folder, ServerAccount account) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.account = account;
  }

  /**
   * Starts the server.
   *
   * @param folder where server, data and passwords are; created if absent, kept for the next start
   * @throws PostgresException if it does not start, or another process uses the folder
   */
  public static RunningPostgres start(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(home);
      return new EmbeddedPostgres(home, ServerAccount.forFolder(home)).start();
    } catch (IOException failed) {
      throw new PostgresException("the embedded PostgreSQL in " + home + " does not start", failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new PostgresException("interrupted while PostgreSQL started");
    }
  }

  private RunningPostgres start() throws IOException, InterruptedException {
    FileChannel lock = lock();
    try {
      Path server = Binaries.unpack(account.programs(folder));
      String superuser = PasswordFile.readOrCreate(folder.resolve("postgres.password"));
      String owner = PasswordFile.readOrCreate(folder.resolve("genhub.password"));
      awaitEarlierServer();
      if (!Files.exists(data.resolve("PG_VERSION"))) {
        create(server);
      }
      RunningPostgres running = run(server, lock, superuser, owner);
      prepare(running, superuser, owner);
      return running;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private FileChannel lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (java.nio.channels.OverlappingFileLockException heldByThisProcess) {
      LOG.debug("the folder is in use by this process");
    }
    channel.close();
    throw new PostgresException("the data folder " + folder + " is in use by another Genhub");
  }

  /** After a kill the guard ends the old server, which may take a moment. */
  private void awaitEarlierServer() throws IOException, InterruptedException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
    Optional<ProcessHandle> earlier =
        ProcessHandle.of(pid)
            .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    if (earlier.isPresent()) {
      try {
        earlier.get().onExit().get(10, TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException
          | java.util.concurrent.TimeoutException stays) {
        throw new PostgresException("a PostgreSQL (pid " + pid + ") still runs on " + data);
      }
    }
  }

  private void create(Path server) throws IOException, InterruptedException {
    LOG.info("creating the embedded database in {}", data);
    Binaries.delete(data);
    Files.createDirectories(data);
    account.own(folder.resolve("data"));
    Path password = folder.resolve("postgres.password");
    account.own(password);
    runToEnd(
        List.of(
            server.resolve("bin/initdb").toString(),
            "--pgdata=" + data,
            "--username=postgres",
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--data-checksums",
            "--encoding=UTF8",
            "--locale=C"));
  }

  private void runToEnd(List<String> command) throws IOException, InterruptedException {
    File log = log();
    Process process =
        new ProcessBuilder(account.as(command))
            .directory(data.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    if (!process.waitFor(START_WITHIN.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new PostgresException("creating the embedded database failed, see " + log);
    }
  }

  private File log() {
    return folder.resolve("postgres.log").toFile();
  }

  private RunningPostgres run(Path server, FileChannel lock, String superuser, String owner)
      throws IOException, InterruptedException {
    account.own(data);
    for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
      int port = freePort();
      Process shell = launch(server, port);
      if (answers(shell, port, superuser)) {
        return new RunningPostgres(shell, lock, port, owner, superuser);
      }
      // most likely somebody took the port in between
      shell.getOutputStream().close();
      shell.waitFor(10, TimeUnit.SECONDS);
    }
    throw new PostgresException("the embedded PostgreSQL does not start, see " + log());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private Process launch(Path server, int port) throws IOException {
    List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "postgres-guard"));
    command.addAll(
        account.as(
            List.of(
                server.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "password_encryption=scram-sha-256",
                "-c",
                "shared_buffers=256MB",
                "-c",
                "max_wal_size=2GB",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC")));
    return new ProcessBuilder(command)
        .directory(data.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
        .start();
  }

  private static boolean answers(Process shell, int port, String superuser)
      throws InterruptedException {
    long end = System.nanoTime() + START_WITHIN.toNanos();
    while (shell.isAlive() && System.nanoTime() < end) {
      try (Connection connection = connect(port, "postgres", superuser)) {
        return connection.isValid(5);
      } catch (SQLException notYet) {
        shell.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
    return false;
  }

  private static Connection connect(int port, String database, String superuser)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", superuser);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
  }

  private static void prepare(RunningPostgres running, String superuser, String owner) {
    try (Connection connection = connect(running.port(), "postgres", superuser);
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select from pg_roles where rolname = 'genhub'")) {
        statement.execute("create role genhub login createrole password '" + owner + "'");
      }
      if (!exists(statement, "select from pg_database where datname = 'genhub'")) {
        statement.execute("create database genhub owner genhub");
      }
    } catch (SQLException failed) {
      running.close();
      throw new PostgresException("the embedded database cannot be prepared", failed);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
