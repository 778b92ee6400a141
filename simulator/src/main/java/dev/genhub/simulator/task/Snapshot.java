package dev.genhub.simulator.task;

import dev.genhub.simulator.fault.Ending;
import dev.genhub.simulator.fault.Marks;
import dev.genhub.simulator.rule.Fields;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A task as it stands at a moment: all that a family needs to describe it in its own words.
 *
 * @param progress from 0 to 1
 */
public record Snapshot(SimTask task, Phase phase, double progress, ResultLinks links) {

  private static final int LONGEST_TITLE = 40;

  /** The task at a moment. */
  public static Snapshot of(SimTask task, Instant moment, ResultLinks links) {
    return new Snapshot(task, task.phase(moment), task.progress(moment), links);
  }

  /** What the task would look like if it had succeeded. */
  public Snapshot pretendedSuccess() {
    return new Snapshot(task, Phase.SUCCEEDED, 1, links);
  }

  /** The task's id. */
  public String id() {
    return task.id();
  }

  /** What it was asked for, with marks. */
  public String prompt() {
    return task.prompt();
  }

  /** When it was made. */
  public Instant createdAt() {
    return task.createdAt();
  }

  /** When it ends, or ended. */
  public Instant endsAt() {
    return task.endsAt();
  }

  /** The fields that the task was ordered with. */
  public Fields request() {
    return new Fields(task.request());
  }

  /** Whether the results are there. */
  public boolean succeeded() {
    return phase == Phase.SUCCEEDED;
  }

  /** Whether it ended without results. */
  public boolean failed() {
    return phase == Phase.FAILED;
  }

  /** Whether the task is one that the content policy turns down. */
  public boolean contentRejected() {
    return task.fate().ending() == Ending.CONTENT_REJECTED;
  }

  /** The addresses of all results. */
  public List<String> fileUrls() {
    return IntStream.range(0, task.product().count()).mapToObj(this::fileUrl).toList();
  }

  /** The address of one result. */
  public String fileUrl(int number) {
    return links.file(task, number);
  }

  /** The address of a preview. */
  public String thumbnailUrl() {
    return links.thumbnail(task);
  }

  /** The prompt without its marks, short. */
  public String title() {
    String words = Marks.without(task.prompt());
    return words.length() <= LONGEST_TITLE ? words : words.substring(0, LONGEST_TITLE);
  }
}
