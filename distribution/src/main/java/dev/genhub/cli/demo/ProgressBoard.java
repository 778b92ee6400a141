package dev.genhub.cli.demo;

import java.util.List;

/** Shows how jobs come along. */
interface ProgressBoard {
  /**
   * A job as it stands.
   *
   * @param progress 0 to 100
   * @param note what it costs, or why it failed
   */
  record Line(String label, String model, String status, int progress, String note) {}

  /** Shows all jobs as they stand now. */
  void show(List<Line> lines);
}
