package dev.genhub.app.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret in a file of mode 0600, made once where there is none. */
final class SecretFile {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private SecretFile() {}

  static String readOrCreate(Path file, Supplier<String> made) {
    try {
      if (!Files.exists(file)) {
        create(file, made.get());
      }
      return read(file);
    } catch (IOException failed) {
      throw new SettingException(
          "the secret in " + file + " cannot be kept: " + failed.getMessage());
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file).trim();
    } catch (IOException unreadable) {
      throw new SettingException("the secret in " + file + " cannot be read");
    }
  }

  /** Whole or not at all, and never over one that another process made meanwhile. */
  private static void create(Path file, String secret) throws IOException {
    Files.createDirectories(file.getParent());
    Path partial = Files.createTempFile(file.getParent(), "secret", ".partial", OWNER_ONLY);
    try {
      Files.writeString(partial, secret);
      Files.createLink(file, partial);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      // theirs holds
    } finally {
      Files.delete(partial);
    }
  }
}
