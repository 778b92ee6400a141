package dev.genhub.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the server once, from the archive on the class path. */
final class Binaries {

  private Binaries() {}

  /**
   * Unpacks into the folder, unless that is done already.
   *
   * @return the folder with {@code bin}, {@code lib} and {@code share}
   */
  static Path unpack(Path folder) throws IOException {
    if (Files.exists(folder)) {
      return folder;
    }
    Files.createDirectories(folder.getParent());
    Path partial = Files.createTempDirectory(folder.getParent(), "unpacking");
    try (InputStream archive = archive();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(partial, entry, tar);
      }
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
      // in one step, so that whoever sees the folder sees all of it
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException unpackedMeanwhile) {
      delete(partial);
    } catch (IOException | RuntimeException failed) {
      delete(partial);
      throw failed;
    }
    return folder;
  }

  private static InputStream archive() {
    String machine =
        switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> System.getProperty("os.arch");
        };
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name =
        "/postgres-" + (system.contains("mac") ? "darwin" : system) + "-" + machine + ".txz";
    InputStream found = Binaries.class.getResourceAsStream(name);
    if (found == null) {
      throw new PostgresException(
          "there is no embedded PostgreSQL for "
              + system
              + " on "
              + machine
              + "; set genhub.database.url to a PostgreSQL 14 or newer");
    }
    return found;
  }

  private static void write(Path folder, TarArchiveEntry entry, InputStream content)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive points outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      boolean executable = (entry.getMode() & 0111) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
