package dev.genhub.simulator.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large pictures and clips are: small, in the shape that was asked for. */
public record FrameSize(int width, int height) {

  private static final Pattern RATIO = Pattern.compile("([1-9]\\d?):([1-9]\\d?)");

  /** What the codec works in. */
  private static final int BLOCK = 16;

  private static final int PICTURE_AREA = 512 * 512;
  private static final int CLIP_AREA = 320 * 176;

  /** A picture's; a square unless the ratio says otherwise. */
  public static FrameSize ofPicture(String aspectRatio) {
    double shape = shape(aspectRatio, 1);
    long height = Math.round(Math.sqrt(PICTURE_AREA / shape));
    return new FrameSize((int) Math.round(height * shape), (int) height);
  }

  /** A clip's; 16:9 unless the ratio says otherwise. */
  public static FrameSize ofClip(String aspectRatio) {
    double shape = shape(aspectRatio, 16.0 / 9);
    return new FrameSize(
        blocks(Math.sqrt(CLIP_AREA * shape)), blocks(Math.sqrt(CLIP_AREA / shape)));
  }

  private static double shape(String aspectRatio, double usual) {
    Matcher ratio = RATIO.matcher(aspectRatio);
    return ratio.matches()
        ? Double.parseDouble(ratio.group(1)) / Double.parseDouble(ratio.group(2))
        : usual;
  }

  private static int blocks(double length) {
    return (int) Math.max(1, Math.round(length / BLOCK)) * BLOCK;
  }
}
