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
import java.util.concurrent.atomic.AtomicInteger;

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
    static final RunningPostgres RUNNING = EmbeddedPostgres.start(folder());

    private static Path folder() {
      try {
        Path folder = Files.createTempDirectory("genhub-test-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
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
