package dev.genhub.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A line for each change, for logs and pipes. */
final class PlainLines implements ProgressBoard {
  private final PrintWriter out;
  private List<Line> last = List.of();

  PlainLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(List<Line> lines) {
    List<Line> changed = new ArrayList<>(lines);
    changed.removeAll(last);
    for (Line line : changed) {
      out.printf(
          "  %-6s %-14s %3d %%  %-10s %s%n",
          line.label(), line.model(), line.progress(), line.status(), line.note());
    }
    out.flush();
    last = List.copyOf(lines);
  }
}
