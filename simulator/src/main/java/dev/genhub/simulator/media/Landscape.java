package dev.genhub.simulator.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/** Hills under a sky, in colours that follow from a number; flat areas, so that they pack well. */
final class Landscape {

  private static final int RIDGES = 3;

  private Landscape() {}

  static void paint(BufferedImage image, int seed) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    int height = image.getHeight();
    Random random = new Random(seed);
    float hue = random.nextFloat();
    for (int y = 0; y < height; y++) {
      float down = (float) y / height;
      int sky = Color.HSBtoRGB(hue + down * 0.15f, 0.75f - down * 0.4f, 0.55f + down * 0.3f);
      java.util.Arrays.fill(pixels, y * width, (y + 1) * width, sky);
    }
    for (int ridge = 0; ridge < RIDGES; ridge++) {
      int colour = Color.HSBtoRGB(hue + 0.3f, 0.6f, 0.45f - ridge * 0.12f);
      double base = height * (0.62 + ridge * 0.12);
      double phase = random.nextDouble() * Math.PI * 2;
      for (int x = 0; x < width; x++) {
        double along = x * Math.PI * 2 / width;
        double wave = Math.sin(along * (ridge + 1) + phase) + 0.5 * Math.sin(along * 3 + phase * 2);
        for (int y = Math.max(0, (int) (base + wave * height * 0.07)); y < height; y++) {
          pixels[y * width + x] = colour;
        }
      }
    }
  }
}
