package dev.genhub.engine.store;

import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs statements in the name of one user, in one transaction, under the policies of the tables.
 * Safe for use by many threads.
 */
public final class UserSession {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /**
   * @param pool connections that are {@code genhub_user}
   */
  public UserSession(DataSource pool) {
    this.jdbc = JdbcClient.create(pool);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /**
   * Does the work as the user.
   *
   * @param work must use only the client that it is given; an exception rolls back
   * @return what the work returns
   */
  public <T> T as(UUID user, Function<JdbcClient, T> work) {
    return with("{\"sub\":\"" + user + "\",\"role\":\"authenticated\"}", work);
  }

  /**
   * Does the work as an admin, to whom the policies open the tables of {@code /v1/admin} and no
   * other user's rows.
   *
   * @param work must use only the client that it is given; an exception rolls back
   * @return what the work returns
   */
  public <T> T asAdmin(UUID admin, Function<JdbcClient, T> work) {
    return with(
        "{\"sub\":\"" + admin + "\",\"role\":\"authenticated\",\"genhub_role\":\"admin\"}", work);
  }

  private <T> T with(String claims, Function<JdbcClient, T> work) {
    return transaction.execute(
        status -> {
          // the third argument ends the claims with the transaction
          jdbc.sql("select set_config('request.jwt.claims', :claims, true)")
              .param("claims", claims)
              .query(String.class)
              .single();
          return work.apply(jdbc);
        });
  }
}
