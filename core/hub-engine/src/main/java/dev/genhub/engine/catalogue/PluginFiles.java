package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.JarLook;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The plugins folder: jars, and beside a jar whose plugin is stopped an empty file of its name and
 * {@value #STOPPED}. So a stop outlasts the hub, and everybody who follows the folder keeps to it.
 *
 * @param folder where the jars are
 */
public record PluginFiles(Path folder) {

  /** The ending of the file that says that the plugin of the jar beside it is stopped. */
  public static final String STOPPED = ".stopped";

  /** Whether somebody stopped the plugin of a jar. */
  public boolean isStopped(String file) {
    return Files.exists(mark(file));
  }

  boolean isThere(String file) {
    return Files.isRegularFile(path(file));
  }

  Path path(String file) {
    return folder.resolve(file);
  }

  private Path mark(String file) {
    return folder.resolve(file + STOPPED);
  }

  /** How a jar looks now; empty when it is not to be seen. */
  Optional<JarLook> look(String file) {
    try {
      return Optional.of(JarLook.at(path(file)));
    } catch (IOException unseen) {
      return Optional.empty();
    }
  }

  void markStopped(String file) {
    try {
      Files.write(mark(file), new byte[0]);
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  void unmark(String file) {
    try {
      Files.deleteIfExists(mark(file));
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  /** Writes a jar under a name that hubs pass over. */
  Path writeAside(byte[] jar) {
    Path aside = folder.resolve(".upload-" + UUID.randomUUID() + ".jar");
    try {
      Files.createDirectories(folder);
      return Files.write(aside, jar);
    } catch (IOException failed) {
      delete(aside);
      throw unwritable(failed);
    }
  }

  /** Moves it to its own name; whoever looks sees the old jar or the new one. */
  void putInPlace(Path aside, String file) {
    try {
      Files.move(aside, path(file), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  void delete(Path jar) {
    try {
      Files.deleteIfExists(jar);
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  /** SHA-256 of a jar, in hexadecimal; empty when it is gone. */
  String digest(String file) {
    try (InputStream jar = Files.newInputStream(path(file));
        DigestInputStream digested =
            new DigestInputStream(jar, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (NoSuchFileException gone) {
      return "";
    } catch (IOException failed) {
      throw new UncheckedIOException("the jar " + file + " cannot be read", failed);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  private UncheckedIOException unwritable(IOException why) {
    return new UncheckedIOException("the plugins folder " + folder + " cannot be written", why);
  }
}
