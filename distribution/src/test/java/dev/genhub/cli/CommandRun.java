package dev.genhub.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that was started. */
public record CommandRun(Process process, Path out, Path err) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Waits for the end and answers the exit code. */
  public int exitCode() {
    return exitCode(PATIENCE);
  }

  /** Waits for the end of a command that takes its time, and answers the exit code. */
  public int exitCode(Duration patience) {
    try {
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("still running after " + patience + ": " + output());
      }
      return process.exitValue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /** Waits until the output holds a text. */
  public CommandRun awaitOutput(String text) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .failFast(
            "the command has ended",
            () -> {
              if (!process.isAlive() && !output().contains(text)) {
                throw new IllegalStateException(
                    "ended before '" + text + "': " + output() + errors());
              }
            })
        .until(() -> output().contains(text));
    return this;
  }

  /** What it printed. */
  public String output() {
    return read(out);
  }

  /** What it printed on the error stream. */
  public String errors() {
    return read(err);
  }

  List<String> errorLines() {
    return errors().lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends it if a test forgot to. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
