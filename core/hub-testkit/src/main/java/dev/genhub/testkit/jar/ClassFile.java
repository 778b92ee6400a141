package dev.genhub.testkit.jar;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a class file refers to, read from its constant pool (JVM Specification, 4.4).
 *
 * @param major the version of the format
 * @param uses names of classes ({@code java.lang.Thread}) and methods ({@code
 *     java.time.Instant.now})
 */
record ClassFile(String name, int major, Set<String> uses) {

  static ClassFile parse(String name, byte[] content) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      in.readInt();
      in.readUnsignedShort();
      int major = in.readUnsignedShort();
      return new ClassFile(name, major, new Pool(in).uses());
    } catch (IOException broken) {
      throw new UncheckedIOException(name + " is not a class file", broken);
    }
  }

  @Override
  public String toString() {
    return name + " uses ";
  }

  private static final class Pool {

    private final int[] tags;
    private final int[] firsts;
    private final int[] seconds;
    private final String[] texts;

    Pool(DataInputStream in) throws IOException {
      int count = in.readUnsignedShort();
      tags = new int[count];
      firsts = new int[count];
      seconds = new int[count];
      texts = new String[count];
      for (int index = 1; index < count; index++) {
        tags[index] = in.readUnsignedByte();
        read(in, index);
        if (tags[index] == 5 || tags[index] == 6) {
          index++; // long and double take two places
        }
      }
    }

    private void read(DataInputStream in, int index) throws IOException {
      switch (tags[index]) {
        case 1 -> texts[index] = in.readUTF();
        case 3, 4 -> in.skipBytes(4);
        case 5, 6 -> in.skipBytes(8);
        case 7, 8, 16, 19, 20 -> firsts[index] = in.readUnsignedShort();
        case 9, 10, 11, 12, 17, 18 -> {
          firsts[index] = in.readUnsignedShort();
          seconds[index] = in.readUnsignedShort();
        }
        case 15 -> in.skipBytes(3);
        default -> throw new IOException("constant of unknown kind " + tags[index]);
      }
    }

    Set<String> uses() {
      Set<String> uses = new TreeSet<>();
      for (int index = 1; index < tags.length; index++) {
        if (tags[index] == 7) {
          uses.add(className(index));
        } else if (tags[index] == 9 || tags[index] == 10 || tags[index] == 11) {
          String member = texts[firsts[seconds[index]]];
          uses.add(className(firsts[index]) + "." + member);
        }
      }
      return uses;
    }

    private String className(int index) {
      return texts[firsts[index]].replace('/', '.');
    }
  }
}
