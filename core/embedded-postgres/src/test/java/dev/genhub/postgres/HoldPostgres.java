package dev.genhub.postgres;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of its own that starts the server, says so, and waits to be killed. */
public final class HoldPostgres {

  private HoldPostgres() {}

  public static void main(String[] arguments) throws InterruptedException {
    RunningPostgres running = EmbeddedPostgres.start(Path.of(arguments[0]));
    System.out.println("port " + running.port());
    new CountDownLatch(1).await();
  }
}
