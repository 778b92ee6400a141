package dev.genhub.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.testing.AtOnce;
import dev.genhub.postgres.EmbeddedPostgres;
import dev.genhub.postgres.RunningPostgres;
import dev.genhub.postgres.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

  private static final int ALL = all();

  private static int all() {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return (int) files.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void aSecondRunAppliesNothing() {
    DatabaseAddress address = newDatabase();

    assertThat(Migrations.apply(address)).isEqualTo(ALL);
    assertThat(Migrations.apply(address)).isZero();
  }

  @Test
  void twoNodesThatStartAtOnceBothFindTheSchemaComplete() throws Exception {
    DatabaseAddress address = newDatabase();

    List<Integer> applied = atOnce(List.of(address, address));

    // one waits for the other between files, too, so that they may share the work
    assertThat(applied.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ALL);
    assertThat(Migrations.apply(address)).isZero();
  }

  @Test
  void hubsOfSeveralDatabasesMayBeSetUpOnANewServerAtOnce(@TempDir Path folder) throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (RunningPostgres server = EmbeddedPostgres.start(folder)) {
      List<DatabaseAddress> addresses = new ArrayList<>();
      try (Connection connection =
              DriverManager.getConnection(
                  server.jdbcUrl("postgres"), "postgres", server.superuserPassword());
          Statement statement = connection.createStatement()) {
        for (String name : List.of("one", "two")) {
          statement.execute("create database " + name + " owner genhub");
          addresses.add(
              new DatabaseAddress(server.jdbcUrl(name), server.user(), server.password()));
        }
      }

      assertThat(atOnce(addresses)).containsOnly(ALL);
    }
  }

  @Test
  void anOwnerThatMayNotMakeRolesSufficesOnceAnAdministratorHasGrantedThem() throws SQLException {
    Migrations.apply(newDatabase()); // the roles are there now, as after an administrator's work
    DatabaseAddress address = ownedBy("plain_owner_1");
    asAdministrator("grant genhub_user, genhub_worker to plain_owner_1");

    assertThat(Migrations.apply(address)).isEqualTo(ALL);
  }

  @Test
  void anOwnerThatMayNotTakeTheRolesIsToldSo() throws SQLException {
    Migrations.apply(newDatabase());
    DatabaseAddress address = ownedBy("plain_owner_2");

    assertThatThrownBy(() -> Migrations.apply(address))
        .hasMessageContaining("permission denied to grant role \"genhub_user\"");
  }

  private static DatabaseAddress ownedBy(String login) throws SQLException {
    DatabaseAddress address = newDatabase();
    String name = address.url().substring(address.url().lastIndexOf('/') + 1);
    asAdministrator("create role " + login + " login password 'plain'");
    asAdministrator("alter database " + name + " owner to " + login);
    return new DatabaseAddress(address.url(), login, "plain");
  }

  private static void asAdministrator(String sql) throws SQLException {
    try (Connection connection = TestDatabase.superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static DatabaseAddress newDatabase() {
    TestDatabase database = TestDatabase.create();
    return new DatabaseAddress(database.url(), database.user(), database.password());
  }

  private static List<Integer> atOnce(List<DatabaseAddress> addresses) throws Exception {
    List<Callable<Integer>> runs = new ArrayList<>();
    addresses.forEach(address -> runs.add(() -> Migrations.apply(address)));
    return AtOnce.call(runs);
  }
}
