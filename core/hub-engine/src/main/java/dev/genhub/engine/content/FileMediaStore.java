package dev.genhub.engine.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Copies as files under one folder. */
public final class FileMediaStore implements MediaStore {

  private static final int CHUNK = 64 * 1024;

  /** Windows does not open folders, and keeps names by itself. */
  private static final boolean OPENS_FOLDERS =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path root;

  /** Keeps files under the folder, which is made when it is needed. */
  public FileMediaStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Kept keep(UUID content, InputStream bytes, long largest) throws IOException {
    String name = content.toString();
    // the last characters are random, the first ones are time: spread over folders by the last
    String path = name.substring(name.length() - 2) + "/" + name;
    Path target = inside(path);
    Files.createDirectories(target.getParent());
    Path partial = Files.createTempFile(target.getParent(), name, ".partial");
    try {
      long size = copy(bytes, partial, largest);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      keepName(target.getParent());
      return new Kept(path, size);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static long copy(InputStream bytes, Path target, long largest) throws IOException {
    try (FileChannel file = FileChannel.open(target, StandardOpenOption.WRITE)) {
      byte[] chunk = new byte[CHUNK];
      long size = 0;
      var out = Channels.newOutputStream(file);
      for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
        size += read;
        if (size > largest) {
          throw new IOException("the file is larger than " + largest + " bytes");
        }
        out.write(chunk, 0, read);
      }
      file.force(true);
      return size;
    }
  }

  /** The name is on the disk only once its folder is; a row is about to rely on it. */
  private static void keepName(Path folder) throws IOException {
    if (OPENS_FOLDERS) {
      try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
        opened.force(true);
      }
    }
  }

  @Override
  public InputStream open(String path, long from, long length) throws IOException {
    InputStream in = Files.newInputStream(inside(path));
    try {
      in.skipNBytes(from);
      return new BoundedStream(in, length);
    } catch (IOException failed) {
      in.close();
      throw failed;
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Files.deleteIfExists(inside(path));
  }

  /** Where a copy is on this machine, for people. */
  public Path locate(String path) {
    return inside(path);
  }

  private Path inside(String path) {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new IllegalArgumentException("'" + path + "' is outside the media folder");
    }
    return file;
  }
}
