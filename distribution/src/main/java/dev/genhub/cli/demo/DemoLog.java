package dev.genhub.cli.demo;

import java.nio.file.Path;

/** Keeps the log out of the way of the bars: into a file. */
final class DemoLog {
  private DemoLog() {}

  /** Must be called before anything logs; the log's configuration is read at the first line. */
  static void writeTo(Path file) {
    System.setProperty("genhub.log.file", file.toString());
    System.setProperty("logback.configurationFile", "logback-file.xml");
  }
}
