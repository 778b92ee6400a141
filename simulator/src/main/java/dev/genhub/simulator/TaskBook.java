package dev.genhub.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All tasks, and the journal in which they survive a restart. */
final class TaskBook implements AutoCloseable {

  private final Map<String, SimTask> tasks = new ConcurrentHashMap<>();
  private final ObjectMapper json = new ObjectMapper();
  private final Optional<BufferedWriter> journal;

  TaskBook(Optional<Path> folder) {
    try {
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
        Path file = folder.get().resolve("tasks.jsonl");
        if (Files.exists(file)) {
          for (String line : Files.readAllLines(file)) {
            recall(line);
          }
        }
        journal =
            Optional.of(
                Files.newBufferedWriter(
                    file,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND));
      } else {
        journal = Optional.empty();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void recall(String line) {
    try {
      SimTask task = json.readValue(line, SimTask.class);
      tasks.put(task.id(), task);
    } catch (IOException tornByAKill) {
      // only the last line can be: its task was never answered for
    }
  }

  synchronized void add(SimTask task) {
    tasks.put(task.id(), task);
    if (journal.isPresent()) {
      try {
        journal.get().write(json.writeValueAsString(task));
        journal.get().newLine();
        journal.get().flush();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  Optional<SimTask> find(String id) {
    return Optional.ofNullable(tasks.get(id));
  }

  Collection<SimTask> all() {
    return tasks.values();
  }

  /** What an account has paid by now; failed tasks are paid back. */
  BigDecimal spent(String account, long now) {
    return tasks.values().stream()
        .filter(task -> task.account().equals(account) && !task.failed(now))
        .map(SimTask::credits)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  void forgetAll() {
    tasks.clear();
  }

  @Override
  public void close() throws IOException {
    if (journal.isPresent()) {
      journal.get().close();
    }
  }
}
