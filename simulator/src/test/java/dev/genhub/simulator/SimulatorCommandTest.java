package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.Submits;
import dev.genhub.simulator.testing.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command, in a process of its own. */
class SimulatorCommandTest {

  private static Process run(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RunSimulator.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  @Test
  void itSaysWhereItListensAndEndsOnSigterm() throws Exception {
    Process process =
        run("--port", "0", "--dialect", "guide", "--duration", "1s", "--http-429", "1");
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      assertThat(line)
          .matches("KIE\\.AI simulator \\(guide\\) listens on http://127\\.0\\.0\\.1:\\d+");

      Answered submit = TestClient.at(listening(line)).post(Submits.MJ, Submits.picture("x"));
      assertThat(submit.status()).isEqualTo(429);

      process.toHandle().destroy(); // SIGTERM, and the output stays open
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(output.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aTaskThatWasAnsweredForSurvivesAKill(@TempDir Path folder) throws Exception {
    String id;
    Process killed = run("--port", "0", "--journal", folder.toString());
    try (BufferedReader output = killed.inputReader(StandardCharsets.UTF_8)) {
      TestClient client = TestClient.at(listening(output.readLine()));
      id = client.submit(Submits.MJ, Submits.picture("x"));
    } finally {
      killed.destroyForcibly().waitFor();
    }

    try (RunningSimulator again =
        Simulator.start(SimulatorOptions.defaults().withJournal(folder))) {
      TestClient.of(again).awaitValue(Submits.MJ_RECORD + id, "/data/successFlag", "1");
    }
  }

  @Test
  void aJournalThatAnotherProcessUsesIsToldInOneLine(@TempDir Path folder) throws Exception {
    SimulatorOptions options = SimulatorOptions.defaults().withJournal(folder);
    try (RunningSimulator first = Simulator.start(options)) {
      assertThat(first.port()).isPositive();

      assertEndsWithOneLine(
          run("--port", "0", "--journal", folder.toString()), "is in use by another simulator");
    }
  }

  private static URI listening(String line) {
    return URI.create(line.substring(line.indexOf("http")));
  }

  @Test
  void aPortThatIsTakenIsToldInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      assertEndsWithOneLine(run("--port", port), "cannot listen on 127.0.0.1:" + port);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--duration, 5, 500ms",
    "--dialect, klingon, live and guide",
    "--failed, 1.5, must be from 0 to 1",
    "--credits, -1, must not be negative",
    "--port, 70000, from 0 to 65535",
    "--duration-factor, -1, must not be negative",
    "--host, nowhere.invalid, nowhere.invalid",
    "--journal, pom.xml, the journal folder cannot be used",
    "--colour, red, Unknown option"
  })
  void aWrongOptionIsToldInOneLine(String option, String value, String message) throws Exception {
    assertEndsWithOneLine(run(option, value), message);
  }

  private static void assertEndsWithOneLine(Process process, String message) throws Exception {
    try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      List<String> lines = errors.lines().toList();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isNotZero();
      assertThat(lines).singleElement().asString().contains(message);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aPortThatIsTakenIsAnExceptionWithAClearLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      SimulatorOptions options = SimulatorOptions.defaults().withPort(taken.getLocalPort());

      assertThat(catchThrowable(() -> Simulator.start(options)))
          .isInstanceOf(SimulatorException.class)
          .hasMessageStartingWith("the simulator cannot listen on 127.0.0.1:");
    }
  }

  @Test
  void aPublicUrlIsTheBaseOfResultAddresses() {
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withPublicUrl(URI.create("http://simulator.test:81/"))
            .withDuration(Duration.ZERO);
    try (RunningSimulator simulator = Simulator.start(options)) {
      TestClient client = TestClient.of(simulator);
      String id = client.submit(Submits.MJ, Submits.picture("x"));

      Answered record = client.get(Submits.MJ_RECORD + id);

      assertThat(record.data().at("/resultInfoJson/resultUrls/0/resultUrl").asText())
          .isEqualTo("http://simulator.test:81/files/" + id + "/0.png");
    }
  }
}
