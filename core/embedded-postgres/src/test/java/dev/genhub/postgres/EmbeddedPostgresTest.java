package dev.genhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("embedded-postgres");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void deleteFolder() throws IOException {
    Binaries.delete(folder);
  }

  @Test
  void dataSurvivesARestartAndTheSettingsAreDurable() throws SQLException {
    try (RunningPostgres running = EmbeddedPostgres.start(folder)) {
      execute(running, "create table kept (n int)");
      execute(running, "insert into kept values (42)");
    }

    try (RunningPostgres again = EmbeddedPostgres.start(folder)) {
      assertThat(single(again, "select n from kept")).isEqualTo("42");
      assertThat(single(again, "show fsync")).isEqualTo("on");
      assertThat(single(again, "show synchronous_commit")).isEqualTo("on");
      assertThat(single(again, "show data_checksums")).isEqualTo("on");
      assertThat(single(again, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(single(again, "select rolsuper from pg_roles where rolname = current_user"))
          .isEqualTo("f");
    }
  }

  @Test
  void aFolderThatOnlyItsOwnerMayEnterWillDo() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

    try (RunningPostgres running = EmbeddedPostgres.start(folder.resolve("inside"))) {
      assertThat(single(running, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aLoginNeedsThePassword() {
    try (RunningPostgres running = EmbeddedPostgres.start(folder)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(running.jdbcUrl(), running.user(), "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aSecondStartOnTheSameFolderIsRefusedWithAClearLine() {
    try (RunningPostgres running = EmbeddedPostgres.start(folder)) {
      assertThat(running.port()).isPositive();
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
          .isInstanceOf(PostgresException.class)
          .hasMessageContaining("is in use by another Genhub");
    }
  }

  @Test
  void noServerOutlivesAKilledProcessAndTheNextStartFindsTheData() throws Exception {
    // Given
    Process holder = holdInAnotherProcess(List.of());
    long server = serverPid();

    // When
    holder.destroyForcibly().waitFor();

    // Then
    awaitEnd(server);
    try (RunningPostgres again = EmbeddedPostgres.start(folder)) {
      assertThat(single(again, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void anAccountWithoutRightsRunsItToo() throws Exception {
    if (!ServerAccount.forFolder(folder).dropsRoot()) {
      return; // this test process is such an account itself: the other tests have shown it
    }
    Files.setAttribute(folder, "unix:uid", 65534);
    Process holder =
        holdInAnotherProcess(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));

    long server = serverPid();
    assertThat(ProcessHandle.of(server)).isPresent();
    holder.destroyForcibly().waitFor();
    awaitEnd(server);
  }

  private static void awaitEnd(long server) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ProcessHandle.of(server).map(ProcessHandle::isAlive).orElse(false), is -> !is);
  }

  private Process holdInAnotherProcess(List<String> as) throws IOException {
    List<String> command = new ArrayList<>(as);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            readableClassPath(),
            HoldPostgres.class.getName(),
            folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("port ")) {
        return process;
      }
      lines.add(line);
    }
    throw new IllegalStateException("the server did not start: " + lines);
  }

  /** Another account may not read the build's folders, so it gets copies. */
  private String readableClassPath() throws IOException {
    Path copies = Files.createDirectory(folder.resolve("class-path"));
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(":")) {
      Path source = Path.of(entry);
      Path copy = copies.resolve(entries.size() + "-" + source.getFileName());
      try (var files = Files.walk(source)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(source.relativize(file).toString()).normalize());
        }
      }
      entries.add(copy.toString());
    }
    return String.join(":", entries);
  }

  private long serverPid() throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).get(0).trim());
  }

  private static void execute(RunningPostgres running, String sql) throws SQLException {
    try (Connection connection = connect(running);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String single(RunningPostgres running, String sql) throws SQLException {
    try (Connection connection = connect(running);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(RunningPostgres running) throws SQLException {
    return DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
  }
}
