package dev.genhub.bench.report;

/**
 * A figure of the hub beside what the machine can do. Both are per second.
 *
 * @param what what was counted, and against what
 */
public record Comparison(String what, double hub, double limit) {

  /** The share of the limit that the hub reaches. */
  public double ratio() {
    return hub / limit;
  }
}
