package dev.genhub.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * The schedule that all nodes share: routes from {@code cron:} run on one node at a time, whichever
 * is there. What runs many times a second stays with {@code quartz:}, which every node has for
 * itself.
 */
final class ClusteredSchedule {

  private static final int CHECK_IN_MILLIS = 2_000;

  private ClusteredSchedule() {}

  /**
   * Makes the component; its tables are in the database of the pool.
   *
   * @param node the name of this process, no other's
   * @param workers connections in the workers' role; stays open when the schedule ends
   */
  static QuartzComponent component(String node, DataSource workers) {
    // by name, because Quartz finds its connections in a registry that the whole process shares
    DBConnectionManager.getInstance().addConnectionProvider(node, new Pooled(workers));
    QuartzComponent component = new QuartzComponent();
    component.setPrefixInstanceName(false);
    component.setProperties(
        Map.ofEntries(
            Map.entry("org.quartz.scheduler.instanceName", "genhub"),
            Map.entry("org.quartz.scheduler.instanceId", node),
            Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
            Map.entry("org.quartz.threadPool.threadCount", "2"),
            Map.entry("org.quartz.jobStore.class", JobStoreTX.class.getName()),
            Map.entry(
                "org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName()),
            Map.entry("org.quartz.jobStore.dataSource", node),
            Map.entry("org.quartz.jobStore.tablePrefix", "genhub.qrtz_"),
            // texts instead of serialized objects
            Map.entry("org.quartz.jobStore.useProperties", "true"),
            Map.entry("org.quartz.jobStore.isClustered", "true"),
            Map.entry(
                "org.quartz.jobStore.clusterCheckinInterval", String.valueOf(CHECK_IN_MILLIS))));
    return component;
  }

  private record Pooled(DataSource pool) implements ConnectionProvider {

    @Override
    public Connection getConnection() throws SQLException {
      return pool.getConnection();
    }

    @Override
    public void initialize() {
      // the pool is open
    }

    @Override
    public void shutdown() {
      // the pool is closed by whoever opened it
    }
  }
}
