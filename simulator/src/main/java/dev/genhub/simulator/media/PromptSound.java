package dev.genhub.simulator.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A small tune that follows from its prompt: WAV, 16 bits, one channel. */
public final class PromptSound {

  private static final int RATE = 22_050;
  private static final int HEADER = 44;
  private static final int[] PENTATONIC = {0, 2, 4, 7, 9, 12, 14, 16};

  private PromptSound() {}

  /** The tune. */
  public static byte[] wav(String prompt, int seconds) {
    int samples = RATE * seconds;
    ByteBuffer out = ByteBuffer.allocate(HEADER + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(HEADER - 8 + samples * 2).put(ascii("WAVEfmt ")).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
    out.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(samples * 2);
    Random notes = new Random(prompt.hashCode());
    int perNote = RATE / 4;
    double frequency = 0;
    for (int i = 0; i < samples; i++) {
      if (i % perNote == 0) {
        frequency = 220 * Math.pow(2, PENTATONIC[notes.nextInt(PENTATONIC.length)] / 12.0);
      }
      double time = (double) (i % perNote) / RATE;
      double loudness = Math.min(1, time * 40) * Math.exp(-5 * time);
      double wave =
          Math.sin(2 * Math.PI * frequency * time) + 0.4 * Math.sin(4 * Math.PI * frequency * time);
      out.putShort((short) (wave * loudness * 12_000));
    }
    return out.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
