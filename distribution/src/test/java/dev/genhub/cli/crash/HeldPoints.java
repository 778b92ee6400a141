package dev.genhub.cli.crash;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Makes the hub stop short of a commit. A trigger on the hub's table waits for a lock that the test
 * holds, in the middle of the transaction that would change the phase.
 */
final class HeldPoints implements AutoCloseable {
  private static final long LOCK = 4_711;
  private static final String TRIGGER =
      """
      create or replace function public.hold_phase() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(%d);
        return new;
      end $$;
      drop trigger if exists hold_phase on public.generation_tasks;
      create trigger hold_phase before update on public.generation_tasks
        for each row when (old.phase is distinct from new.phase and new.phase = '%s')
        execute function public.hold_phase();
      """;

  private final Connection connection;

  /**
   * @param connection of a superuser, closed by {@link #close()}
   */
  HeldPoints(Connection connection) {
    this.connection = connection;
  }

  /** From now on nobody gets into a phase. */
  void holdBefore(String phase) throws SQLException {
    execute("select pg_advisory_lock(" + LOCK + ")");
    execute(TRIGGER.formatted(LOCK, phase));
  }

  /** From now on no stored key can be read, which happens between the intent and the first byte. */
  void holdKeys() throws SQLException {
    connection.setAutoCommit(false);
    execute("lock table genhub.key_versions in access exclusive mode");
  }

  /** Waits until somebody waits. */
  void awaitSomebodyHeld(Connection observer) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                single(
                    observer,
                    "select exists (select from pg_locks where not granted and "
                        + "(locktype = 'advisory' or relation = 'genhub.key_versions'::regclass))"));
  }

  private static boolean single(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Holds nobody any longer. */
  @Override
  public void close() throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    if (connection.getAutoCommit()) {
      // a killed hub's statement may still wait here; it goes on, finds nobody and rolls back
      execute("select pg_advisory_unlock_all()");
      execute("drop trigger if exists hold_phase on public.generation_tasks");
    }
    connection.close();
  }
}
