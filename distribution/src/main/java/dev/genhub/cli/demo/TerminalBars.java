package dev.genhub.cli.demo;

import java.io.PrintWriter;
import java.util.List;

/** Bars that grow in place, for terminals. */
final class TerminalBars implements ProgressBoard {
  private static final int WIDTH = 28;

  private final PrintWriter out;
  private int shown;

  TerminalBars(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(List<Line> lines) {
    if (shown > 0) {
      // back up over the lines of the last time
      out.print("\u001b[" + shown + "A");
    }
    for (Line line : lines) {
      int filled = line.progress() * WIDTH / 100;
      out.printf(
          "\u001b[2K  %-6s %-14s %s%s %3d %%  %-10s %s%n",
          line.label(),
          line.model(),
          "█".repeat(filled),
          "░".repeat(WIDTH - filled),
          line.progress(),
          line.status(),
          line.note());
    }
    out.flush();
    shown = lines.size();
  }
}
