package dev.genhub.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.testing.HubDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema on a PostgreSQL that has never heard of Supabase. */
class PlainDatabaseTest extends GuideSchemaContract {

  private static HubDatabase database;

  @BeforeAll
  static void migrate() {
    database = HubDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  JdbcClient database() {
    return database.everything();
  }

  @Test
  void theOwnerThatMigratesIsNoSuperuser() {
    assertThat(
            database.value(
                "select rolsuper or rolbypassrls from pg_roles where rolname = ?",
                database.address().user()))
        .isEqualTo(false);
  }

  @Test
  void neitherOfTheHubsRolesCanPassThePolicies() {
    assertThat(
            database()
                .sql(
                    """
                    select count(*) from pg_roles where rolname in ('genhub_user', 'genhub_worker')
                      and not rolsuper and not rolbypassrls and not rolcanlogin
                    """)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void theClaimsOfATransactionSayWhoTheUserIs() {
    UUID user = UUID.randomUUID();
    String sql = "select auth.uid()::text || ' ' || auth.role()";

    String known = database.users().as(user, jdbc -> jdbc.sql(sql).query(String.class).single());

    assertThat(known).isEqualTo(user + " authenticated");
  }
}
