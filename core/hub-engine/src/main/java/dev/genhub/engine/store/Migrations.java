package dev.genhub.engine.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date: on a plain PostgreSQL 14+ or on an existing Supabase database. Its
 * history stands in the schema {@code genhub}, apart from the app's own.
 */
public final class Migrations {

  private Migrations() {}

  /**
   * Applies what is missing. Several nodes may call it at once: one does it, the others wait.
   *
   * @return how many migrations were applied
   */
  public static int apply(DatabaseAddress address) {
    MigrateResult result =
        Flyway.configure()
            .dataSource(address.url(), address.user(), address.password())
            .locations("classpath:db/migration")
            .defaultSchema("genhub")
            .schemas("genhub")
            .connectRetries(0)
            .load()
            .migrate();
    return result.migrationsExecuted;
  }
}
