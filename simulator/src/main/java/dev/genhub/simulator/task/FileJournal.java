package dev.genhub.simulator.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal of JSON lines in a folder, {@code tasks.jsonl}. One thread writes, so that entries
 * stand in the order of their appending. What is written survives a kill of the process; it is not
 * forced to the disk, so it may not survive a power cut.
 */
public final class FileJournal implements Journal {

  private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final WorkerExecutor writer;
  private final FolderLock lock;
  private final FileChannel channel;
  private final List<JournalEntry> earlier;

  private FileJournal(
      WorkerExecutor writer, FolderLock lock, FileChannel channel, List<JournalEntry> earlier) {
    this.writer = writer;
    this.lock = lock;
    this.channel = channel;
    this.earlier = List.copyOf(earlier);
  }

  /**
   * Opens the journal of a folder, which is made if absent. Fails with a clear line when another
   * simulator uses it.
   */
  public static Future<Journal> open(Vertx vertx, Path folder) {
    WorkerExecutor writer = vertx.createSharedWorkerExecutor("journal", 1);
    return writer.executeBlocking(
        () -> {
          try {
            return open(writer, folder);
          } catch (FileSystemException unusable) {
            // its own message is often no more than a path
            throw new IOException("the journal folder cannot be used: " + unusable, unusable);
          }
        });
  }

  private static Journal open(WorkerExecutor writer, Path folder) throws IOException {
    Files.createDirectories(folder);
    FolderLock lock = FolderLock.take(folder);
    try {
      Path file = folder.resolve("tasks.jsonl");
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      channel.position(channel.size());
      endTornLine(channel);
      return new FileJournal(writer, lock, channel, read(file));
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private static List<JournalEntry> read(Path file) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    try (var lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        try {
          entries.add(JSON.readValue(line, JournalEntry.class));
        } catch (JsonProcessingException torn) {
          // a kill may tear the last line: its submit was never answered
          LOG.warn("a line of {} cannot be read and is left out", file);
        }
      }
    }
    return entries;
  }

  private static void endTornLine(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    boolean any = channel.size() > 0 && channel.read(last, channel.size() - 1) == 1;
    if (any && last.get(0) != '\n') {
      write(channel, "\n");
    }
  }

  private static void write(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public List<JournalEntry> earlier() {
    return earlier;
  }

  @Override
  public Future<Void> append(JournalEntry entry) {
    return writer.executeBlocking(
        () -> {
          write(channel, JSON.writeValueAsString(entry) + "\n");
          return null;
        });
  }

  @Override
  public Future<Void> clear() {
    return writer.executeBlocking(
        () -> {
          channel.truncate(0);
          return null;
        });
  }

  @Override
  public Future<Void> close() {
    return writer.executeBlocking(
        () -> {
          channel.close();
          lock.close();
          return null;
        });
  }
}
