package dev.genhub.app;

import dev.genhub.app.settings.HubSettings;
import dev.genhub.engine.store.DatabaseAddress;
import dev.genhub.engine.store.DatabasePools;
import dev.genhub.engine.store.Migrations;
import dev.genhub.postgres.EmbeddedPostgres;
import dev.genhub.postgres.PostgresException;
import dev.genhub.postgres.RunningPostgres;

/** Opens the database that the settings name, or the embedded one, with its schema up to date. */
final class Database {
  private Database() {}

  static DatabasePools open(HubSettings settings, Resources resources) {
    DatabaseAddress address = settings.database().orElseGet(() -> embedded(settings, resources));
    try {
      Migrations.apply(address);
      return resources.add(DatabasePools.open(address, settings.connections()));
    } catch (RuntimeException failed) {
      throw new StartException(
          "the database " + address.url() + " cannot be used: " + firstLine(failed), failed);
    }
  }

  private static DatabaseAddress embedded(HubSettings settings, Resources resources) {
    try {
      RunningPostgres postgres =
          resources.add(EmbeddedPostgres.start(settings.dataDir().resolve("postgres")));
      return new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
    } catch (PostgresException failed) {
      throw new StartException(failed.getMessage(), failed);
    }
  }

  /** The innermost cause says what is wrong; what is around it only says where. */
  private static String firstLine(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
