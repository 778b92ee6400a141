package dev.genhub.engine.testing;

import dev.genhub.engine.store.DatabaseAddress;
import dev.genhub.engine.store.DatabasePools;
import dev.genhub.engine.store.Migrations;
import dev.genhub.engine.store.UserSession;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.postgres.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A migrated database of its own, with the hub's two pools and a look past all policies. */
public final class HubDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 6;

  private final DatabaseAddress address;
  private final DatabasePools pools;
  private final SingleConnectionDataSource superuser;
  private final UserSession users;
  private final WorkerSession workers;

  private HubDatabase(TestDatabase database) throws SQLException {
    address = new DatabaseAddress(database.url(), database.user(), database.password());
    Migrations.apply(address);
    pools = DatabasePools.open(address, CONNECTIONS);
    superuser = new SingleConnectionDataSource(database.superuser(), true);
    users = new UserSession(pools.users());
    workers = new WorkerSession(pools.workers());
  }

  /** On a new plain database. */
  public static HubDatabase create() {
    return on(TestDatabase.create());
  }

  /** On a database that is as a test made it. */
  public static HubDatabase on(TestDatabase database) {
    try {
      return new HubDatabase(database);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public DatabaseAddress address() {
    return address;
  }

  public DatabasePools pools() {
    return pools;
  }

  public UserSession users() {
    return users;
  }

  public WorkerSession workers() {
    return workers;
  }

  /** Sees and may do everything; for preparing and for looking, from one thread. */
  public JdbcClient everything() {
    return JdbcClient.create(superuser);
  }

  /** A new user. */
  public UUID user() {
    UUID id = UUID.randomUUID();
    everything().sql("insert into public.profiles (id) values (:id)").param("id", id).update();
    return id;
  }

  /** The only row of a query, by column. */
  public Map<String, Object> row(String sql, Object... parameters) {
    JdbcClient.StatementSpec statement = everything().sql(sql);
    for (Object parameter : parameters) {
      statement = statement.param(parameter);
    }
    return statement.query().singleRow();
  }

  /** The only value of a query. */
  public Object value(String sql, Object... parameters) {
    return row(sql, parameters).values().iterator().next();
  }

  @Override
  public void close() {
    superuser.destroy();
    pools.close();
  }
}
