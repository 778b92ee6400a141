package dev.genhub.simulator.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture that shows its prompt over colours that follow from it. */
public final class PromptPicture {

  private PromptPicture() {}

  /** The picture as PNG. */
  public static byte[] png(String prompt, int width, int height) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(draw(prompt, width, height), "png", out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static BufferedImage draw(String prompt, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    paintBackground(image, prompt.hashCode());
    int scale = Math.max(1, width / 160);
    int perLine = Math.max(1, (width - 8 * scale) / ((PixelFont.WIDTH + 1) * scale));
    int y = height / 4;
    for (String line : lines(prompt, perLine)) {
      write(image, line, 4 * scale, y, scale);
      y += (PixelFont.HEIGHT + 3) * scale;
    }
    return image;
  }

  private static void paintBackground(BufferedImage image, int seed) {
    float hue = Math.floorMod(seed, 360) / 360f;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        float down = (float) y / image.getHeight();
        float wave = (float) Math.sin(x * 0.02 + y * 0.01) * 0.05f;
        image.setRGB(x, y, Color.HSBtoRGB(hue + down * 0.18f + wave, 0.65f, 0.85f - down * 0.5f));
      }
    }
  }

  private static List<String> lines(String text, int perLine) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+")) {
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
            fill(image, x + column * scale + 1, top + row * scale + 1, scale, 0x101018);
            fill(image, x + column * scale, top + row * scale, scale, 0xffffff);
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
