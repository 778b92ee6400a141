package dev.genhub.engine.testing;

import dev.genhub.engine.content.MediaStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Copies in memory; refuses them while it is full. */
public final class MemoryMedia implements MediaStore {

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private volatile boolean full;

  public void full(boolean isFull) {
    full = isFull;
  }

  /** The copies by path. */
  public Map<String, byte[]> files() {
    return files;
  }

  @Override
  public Kept keep(UUID content, InputStream bytes, long largest) throws IOException {
    if (full) {
      throw new IOException("no space left");
    }
    byte[] all = bytes.readAllBytes();
    files.put("memory/" + content, all);
    return new Kept("memory/" + content, all.length);
  }

  @Override
  public InputStream open(String path, long from, long length) {
    return new ByteArrayInputStream(files.get(path), (int) from, (int) length);
  }

  @Override
  public void delete(String path) {
    files.remove(path);
  }
}
