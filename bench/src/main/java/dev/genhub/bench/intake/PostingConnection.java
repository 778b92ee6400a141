package dev.genhub.bench.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Posts over one kept-alive connection until the time is up. Reads no more of an answer than its
 * status and its length (RFC 9112), so that the load leaves the cores to the hub.
 */
final class PostingConnection {
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String LENGTH = "\r\ncontent-length:";
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private final NetSocket socket;
  private final Supplier<Buffer> posts;
  private final IntakeTally tally;
  private final RecordParser answers = RecordParser.newDelimited(END_OF_HEAD, this::read);

  private boolean inBody;
  private int status;
  private long sentAt;

  PostingConnection(NetSocket socket, Supplier<Buffer> posts, IntakeTally tally) {
    this.socket = socket;
    this.posts = posts;
    this.tally = tally;
  }

  void start() {
    socket.handler(answers);
    socket.closeHandler(closed -> tally.ended());
    socket.exceptionHandler(failed -> tally.broken());
    post();
  }

  private void post() {
    sentAt = System.nanoTime();
    socket.write(posts.get());
  }

  private void read(Buffer part) {
    if (inBody) {
      inBody = false;
      answers.delimitedMode(END_OF_HEAD);
      answered();
      return;
    }
    String head = part.toString();
    status = Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + 3));
    int length = lengthIn(head);
    if (length == 0) {
      answered();
    } else {
      inBody = true;
      answers.fixedSizeMode(length);
    }
  }

  private static int lengthIn(String head) {
    int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (at < 0) {
      throw new IllegalStateException("an answer without a Content-Length: " + head);
    }
    int from = at + LENGTH.length();
    int end = head.indexOf('\r', from);
    return Integer.parseInt(head.substring(from, end < 0 ? head.length() : end).trim());
  }

  private void answered() {
    long now = System.nanoTime();
    tally.answered(status, now - sentAt, now);
    if (tally.over(now)) {
      socket.close();
    } else {
      post();
    }
  }
}
