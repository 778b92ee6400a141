package dev.genhub.testkit.jar;

import java.util.List;

/** What the hub does for plugins, so that they must not do it. */
final class ForbiddenApis {

  private static final List<String> PACKAGES =
      List.of(
          "java.net.http.",
          "java.nio.file.",
          "java.nio.channels.",
          "java.sql.",
          "javax.sql.",
          "java.util.logging.",
          "org.slf4j.",
          "org.apache.camel.");

  private static final List<String> CLASSES =
      List.of(
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.DatagramSocket",
          "java.net.URL",
          "java.net.URLConnection",
          "java.net.InetAddress",
          "java.io.File",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.RandomAccessFile",
          "java.lang.Thread",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime",
          "java.util.Timer",
          "java.util.Random",
          "java.security.SecureRandom",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.ThreadLocalRandom");

  private static final List<String> MEMBERS =
      List.of(
          "java.time.Instant.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.lang.Math.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.out",
          "java.lang.System.err",
          "java.util.UUID.randomUUID");

  private ForbiddenApis() {}

  /** Whether the name of a class or member is one of these. */
  static boolean contain(String use) {
    return PACKAGES.stream().anyMatch(use::startsWith)
        || CLASSES.stream().anyMatch(name -> use.equals(name) || use.startsWith(name + "."))
        || MEMBERS.contains(use);
  }
}
