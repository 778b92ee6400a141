package dev.genhub.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The simulator's port, the same at every start on one data folder: the addresses of results that
 * an earlier demo did not get to copy hold it.
 */
final class StablePort {
  private static final int USUAL = 9090;

  private StablePort() {}

  static int choose(Path file) throws DemoFailure {
    try {
      if (Files.exists(file)) {
        return Integer.parseInt(Files.readString(file).trim());
      }
      int port = free(USUAL) ? USUAL : anyFree();
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.valueOf(port));
      return port;
    } catch (IOException | NumberFormatException failed) {
      throw new DemoFailure("the port in " + file + " cannot be kept: " + failed.getMessage());
    }
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int anyFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
