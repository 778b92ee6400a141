package dev.genhub.postgres.testing;

import dev.genhub.postgres.EmbeddedPostgres;
import dev.genhub.postgres.RunningPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A new, empty database on a server that all tests of this JVM share and that ends with it.
 *
 * @param url its JDBC address
 * @param user its owner, which is no superuser
 * @param password the owner's
 */
public record TestDatabase(String url, String user, String password) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Starts the server at the first use. */
  private static final class Server {
    static final RunningPostgres RUNNING = start();

    private static RunningPostgres start() {
      try {
        Path folder = Files.createTempDirectory("genhub-test-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        RunningPostgres server = EmbeddedPostgres.start(folder);
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> remove(server, folder), "remove-test-postgres"));
        return server;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    /** More than a gigabyte after a long run, which would fill a disk in some days. */
    private static void remove(RunningPostgres server, Path folder) {
      server.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException left) {
        System.err.println(folder + " is left behind: " + left);
      }
    }
  }

  /** Makes a database. */
  public static TestDatabase create() {
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " owner genhub");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    RunningPostgres server = Server.RUNNING;
    return new TestDatabase(server.jdbcUrl(name), server.user(), server.password());
  }

  /** A connection as {@code postgres}, who may do everything, to a database of the server. */
  public static Connection superuser(String database) throws SQLException {
    RunningPostgres server = Server.RUNNING;
    return DriverManager.getConnection(
        server.jdbcUrl(database), "postgres", server.superuserPassword());
  }

  /** A connection as {@code postgres} to this database. */
  public Connection superuser() throws SQLException {
    return superuser(url.substring(url.lastIndexOf('/') + 1));
  }
}
