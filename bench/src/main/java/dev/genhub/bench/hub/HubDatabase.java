package dev.genhub.bench.hub;

import dev.genhub.bench.BenchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The database of a hub, as its owner, whom no policy holds.
 *
 * @param address its JDBC address, without {@code jdbc:}
 * @param password never shown
 */
public record HubDatabase(URI address, String user, String password) {
  private static final String JDBC = "jdbc:";
  private static final String NAME = "genhub";
  private static final int PORT_LINE = 3;

  /**
   * The embedded database of the hub that runs on a folder.
   *
   * @throws BenchException if there is none
   */
  public static HubDatabase of(DataFolder data) {
    Path folder = data.path().resolve("postgres");
    try {
      String port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(PORT_LINE);
      String password = Files.readString(folder.resolve("genhub.password"));
      return of("jdbc:postgresql://127.0.0.1:" + port.trim() + "/" + NAME, NAME, password.trim());
    } catch (IOException absent) {
      throw new BenchException("there is no running database in " + folder, absent);
    }
  }

  /** The database behind a JDBC address. */
  public static HubDatabase of(String jdbcUrl, String user, String password) {
    return new HubDatabase(URI.create(jdbcUrl.substring(JDBC.length())), user, password);
  }

  /** A new connection in autocommit mode; the caller closes it. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    return DriverManager.getConnection(JDBC + address, properties);
  }

  /** The single number that a query yields. */
  public long count(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new BenchException("'" + query + "' failed: " + failed.getMessage(), failed);
    }
  }

  /** The version of the server. */
  public String version() {
    try (Connection connection = connect()) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException failed) {
      throw new BenchException("the database does not answer: " + failed.getMessage(), failed);
    }
  }

  @Override
  public String toString() {
    return "HubDatabase[" + address + "]";
  }
}
