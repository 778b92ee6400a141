package dev.genhub.engine.testing;

import dev.genhub.engine.store.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reaches the database as PostgREST does for a browser: as {@code authenticator}, in a transaction
 * that takes the role and the claims of the token.
 */
public final class RestAccess {

  private final DatabaseAddress authenticator;

  RestAccess(DatabaseAddress authenticator) {
    this.authenticator = authenticator;
  }

  /** The first column of a query's rows, as text. */
  public List<String> select(Optional<UUID> user, String sql) throws SQLException {
    try (Connection connection = begin(user);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** Changes rows, and commits. */
  public int change(Optional<UUID> user, String sql) throws SQLException {
    try (Connection connection = begin(user);
        Statement statement = connection.createStatement()) {
      int changed = statement.executeUpdate(sql);
      connection.commit();
      return changed;
    }
  }

  private Connection begin(Optional<UUID> user) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            authenticator.url(), authenticator.user(), authenticator.password());
    connection.setAutoCommit(false);
    String claims =
        user.map(id -> "{\"sub\":\"" + id + "\",\"role\":\"authenticated\"}").orElse("{}");
    try (PreparedStatement set =
            connection.prepareStatement("select set_config('request.jwt.claims', ?, true)");
        Statement role = connection.createStatement()) {
      set.setString(1, claims);
      set.execute();
      role.execute("set local role " + (user.isPresent() ? "authenticated" : "anon"));
    }
    return connection;
  }
}
