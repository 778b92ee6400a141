package dev.genhub.simulator.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture that shows its prompt over a landscape that follows from it. */
public final class PromptPicture {

  private static final int SHADOW = 0x101018;
  private static final int INK = 0xffffff;
  private static final int LONGEST = 600;

  private PromptPicture() {}

  /** The picture as PNG. */
  public static byte[] png(String prompt, FrameSize size) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(draw(prompt, size), "png", out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static BufferedImage draw(String prompt, FrameSize size) {
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Landscape.paint(image, prompt.hashCode());
    int scale = Math.max(1, size.width() / 160);
    int perLine = Math.max(1, (size.width() - 8 * scale) / ((PixelFont.WIDTH + 1) * scale));
    int y = size.height() / 8;
    for (String line : lines(prompt, perLine)) {
      write(image, line, 4 * scale, y, scale);
      y += (PixelFont.HEIGHT + 3) * scale;
    }
    return image;
  }

  private static List<String> lines(String prompt, int perLine) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    String text = prompt.length() <= LONGEST ? prompt : prompt.substring(0, LONGEST);
    for (String word : text.split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > perLine) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static void write(BufferedImage image, String line, int left, int top, int scale) {
    for (int i = 0; i < line.length(); i++) {
      int x = left + i * (PixelFont.WIDTH + 1) * scale;
      for (int column = 0; column < PixelFont.WIDTH; column++) {
        for (int row = 0; row < PixelFont.HEIGHT; row++) {
          if (PixelFont.dot(line.charAt(i), column, row)) {
            fill(image, x + column * scale + 1, top + row * scale + 1, scale, SHADOW);
            fill(image, x + column * scale, top + row * scale, scale, INK);
          }
        }
      }
    }
  }

  static void fill(BufferedImage image, int left, int top, int size, int colour) {
    for (int x = Math.max(0, left); x < Math.min(image.getWidth(), left + size); x++) {
      for (int y = Math.max(0, top); y < Math.min(image.getHeight(), top + size); y++) {
        image.setRGB(x, y, colour);
      }
    }
  }
}
