package dev.genhub.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The recorded exchanges of a plugin.
 *
 * @param folder where they stand on the class path
 * @param readable those that can be used
 * @param unreadable what else stands there, with what is wrong with it
 * @param source the text of {@code SOURCE.md}, empty when there is none
 */
record Exchanges(
    String folder, List<Exchange> readable, List<Unreadable> unreadable, String source) {

  /** Something that is not an exchange. */
  record Unreadable(String name, String problem) {}

  static Exchanges read(ClassLoader loader, String folder) {
    URL found = loader.getResource(folder);
    if (found == null || !found.getProtocol().equals("file")) {
      String problem = "there is no such folder in src/test/resources";
      return new Exchanges(folder, List.of(), List.of(new Unreadable(folder, problem)), "");
    }
    return new Reading(folder).read(path(found));
  }

  private static Path path(URL url) {
    try {
      return Path.of(new URI(url.toString()));
    } catch (URISyntaxException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  List<Exchange> of(Operation operation) {
    return readable.stream().filter(exchange -> exchange.operation() == operation).toList();
  }

  /** Reads the folder; one folder, one use. */
  private static final class Reading {

    private final String folder;
    private final List<Exchange> readable = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private String source = "";

    Reading(String folder) {
      this.folder = folder;
    }

    Exchanges read(Path root) {
      for (Path entry : children(root)) {
        String name = entry.getFileName().toString();
        Optional<Operation> operation = Operation.ofFolder(name);
        if (name.equals("SOURCE.md")) {
          source = text(entry);
        } else if (operation.isPresent() && Files.isDirectory(entry)) {
          children(entry).forEach(file -> add(operation.get(), file));
        } else {
          unreadable.add(
              new Unreadable(name, "is none of SOURCE.md and the folders " + Operation.folders()));
        }
      }
      return new Exchanges(folder, List.copyOf(readable), List.copyOf(unreadable), source);
    }

    private void add(Operation operation, Path file) {
      String name = operation.folder + "/" + file.getFileName();
      try {
        if (!name.endsWith(".json")) {
          throw new IllegalArgumentException("is not a .json file");
        }
        String shortName = name.substring(0, name.length() - ".json".length());
        readable.add(Exchange.parse(operation, shortName, text(file)));
      } catch (IllegalArgumentException broken) {
        unreadable.add(new Unreadable(name, broken.getMessage()));
      }
    }

    private static List<Path> children(Path folder) {
      try (Stream<Path> entries = Files.list(folder)) {
        return entries.sorted().toList();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private static String text(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
