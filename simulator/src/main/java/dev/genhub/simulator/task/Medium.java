package dev.genhub.simulator.task;

/** What kind of files a task makes. */
public enum Medium {
  /** Pictures. */
  IMAGE("image/png", "png"),
  /** Clips. */
  VIDEO("video/mp4", "mp4"),
  /** Tracks. */
  MUSIC("audio/wav", "wav");

  private final String mimeType;
  private final String extension;

  Medium(String mimeType, String extension) {
    this.mimeType = mimeType;
    this.extension = extension;
  }

  /** The type of its files, as in a Content-Type. */
  public String mimeType() {
    return mimeType;
  }

  /** How the names of its files end, without the dot. */
  public String extension() {
    return extension;
  }
}
