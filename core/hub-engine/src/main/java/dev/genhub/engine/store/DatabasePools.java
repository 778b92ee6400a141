package dev.genhub.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Objects;

/**
 * The two pools of connections to one database.
 *
 * @param users connections that are {@code genhub_user}
 * @param workers connections that are {@code genhub_worker}
 */
public record DatabasePools(HikariDataSource users, HikariDataSource workers)
    implements AutoCloseable {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration STATEMENT_WITHIN = Duration.ofSeconds(30);

  public DatabasePools {
    Objects.requireNonNull(users, "users");
    Objects.requireNonNull(workers, "workers");
  }

  /**
   * Opens both pools on a migrated database.
   *
   * @param size connections in each pool
   */
  public static DatabasePools open(DatabaseAddress address, int size) {
    HikariDataSource users = pool(address, "genhub_user", size);
    try {
      return new DatabasePools(users, pool(address, "genhub_worker", size));
    } catch (RuntimeException failed) {
      users.close();
      throw failed;
    }
  }

  private static HikariDataSource pool(DatabaseAddress address, String role, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(role);
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(CONNECT_WITHIN.toMillis());
    config.setConnectionInitSql("set role " + role);
    config.addDataSourceProperty("ApplicationName", "genhub");
    config.addDataSourceProperty("connectTimeout", CONNECT_WITHIN.toSeconds());
    config.addDataSourceProperty("socketTimeout", STATEMENT_WITHIN.plusSeconds(10).toSeconds());
    config.addDataSourceProperty("tcpKeepAlive", true);
    config.addDataSourceProperty(
        "options", "-c statement_timeout=" + STATEMENT_WITHIN.toMillis() + " -c TimeZone=UTC");
    config.addDataSourceProperty("prepareThreshold", 3);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    users.close();
    workers.close();
  }
}
