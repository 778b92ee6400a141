package dev.genhub.engine.store;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs statements of the workers, in one transaction. Safe for use by many threads. */
public final class WorkerSession {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /**
   * @param pool connections that are {@code genhub_worker}
   */
  public WorkerSession(DataSource pool) {
    this.jdbc = JdbcClient.create(pool);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /** Does the work in one transaction; an exception rolls back. */
  public <T> T run(Function<JdbcClient, T> work) {
    return transaction.execute(status -> work.apply(jdbc));
  }
}
