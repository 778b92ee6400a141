package dev.genhub.cli.tenant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Every table of the database, read as one user by way of each role that users have. */
final class Tables {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** The role of the hub's own requests, and that of apps that reach past it (Supabase). */
  private static final List<String> ROLES = List.of("genhub_user", "authenticated", "anon");

  private Tables() {}

  /** The names of all of them. */
  static List<String> all(Connection superuser) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = superuser.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname in ('public', 'genhub') order by 1
                """)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  /** The tables, with the role, in which somebody sees a row that holds this text. */
  static List<String> showing(Connection superuser, UUID reader, String text) throws SQLException {
    List<String> leaks = new ArrayList<>();
    superuser.setAutoCommit(false);
    for (String role : ROLES) {
      for (String table : all(superuser)) {
        if (rows(superuser, role, reader, table, text) > 0) {
          leaks.add(table + " as " + role);
        }
      }
    }
    return leaks;
  }

  private static long rows(
      Connection superuser, String role, UUID reader, String table, String text)
      throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute("set local role " + role);
      statement.execute(
          "select set_config('request.jwt.claims', '{\"sub\":\"%s\",\"role\":\"%s\"}', true)"
              .formatted(reader, role));
      try (ResultSet count =
          statement.executeQuery(
              "select count(*) from %s t where t::text like '%%%s%%'".formatted(table, text))) {
        count.next();
        return count.getLong(1);
      }
    } catch (SQLException refused) {
      if (refused.getSQLState().equals(INSUFFICIENT_PRIVILEGE)) {
        return 0;
      }
      throw refused;
    } finally {
      superuser.rollback();
    }
  }
}
