package dev.genhub.bench;

import dev.genhub.bench.hub.BenchUser;
import dev.genhub.bench.hub.HubDatabase;
import dev.genhub.engine.store.DatabaseAddress;
import dev.genhub.engine.store.Migrations;
import dev.genhub.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A database as the hub's migrations make it, with users who have a key. */
public final class TestHubDatabase {
  private TestHubDatabase() {}

  /** A new one. */
  public static HubDatabase create() {
    TestDatabase made = TestDatabase.create();
    Migrations.apply(new DatabaseAddress(made.url(), made.user(), made.password()));
    return HubDatabase.of(made.url(), made.user(), made.password());
  }

  /** A new user with a key. */
  public static BenchUser user(HubDatabase database) throws SQLException {
    UUID user = UUID.randomUUID();
    run(database, "insert into public.profiles (id) values (?)", user);
    run(
        database,
        """
        insert into public.user_api_keys
          (user_id, provider, api_key_encrypted, api_key_name, current_version_id)
        values (?, 'kie-ai', 'sealed', 'bench', gen_random_uuid())
        """,
        user);
    return new BenchUser(user, "token");
  }

  private static void run(HubDatabase database, String statement, UUID user) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.setObject(1, user);
      prepared.executeUpdate();
    }
  }
}
