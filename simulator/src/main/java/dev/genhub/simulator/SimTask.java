package dev.genhub.simulator;

import java.math.BigDecimal;

/**
 * A task, as it stands in the journal. What becomes of it follows from these fields and the time.
 *
 * @param account a digest of the key that made it
 * @param video whether the results are videos although the family makes pictures
 * @param parentId the task that this one extends, or an empty text
 * @param lostCallback whether no callback is sent
 */
record SimTask(
    String id,
    Family family,
    boolean guide,
    String account,
    String prompt,
    String body,
    boolean video,
    String parentId,
    String callBackUrl,
    BigDecimal credits,
    long createdAt,
    long durationMillis,
    boolean fails,
    boolean lostCallback,
    boolean duplicateCallback) {

  Marks marks() {
    return Marks.in(prompt);
  }

  boolean neverEnds() {
    return marks().has("never-ends");
  }

  long endsAt() {
    return createdAt + durationMillis;
  }

  boolean ended(long now) {
    return !neverEnds() && now >= endsAt();
  }

  boolean failed(long now) {
    return fails && ended(now);
  }

  /** 0 to 1. */
  double progress(long now) {
    double share = (double) (now - createdAt) / Math.max(1, durationMillis);
    return neverEnds() ? Math.min(share, 0.9) : Math.min(share, 1);
  }

  String extension() {
    return video ? "mp4" : family.extension;
  }
}
