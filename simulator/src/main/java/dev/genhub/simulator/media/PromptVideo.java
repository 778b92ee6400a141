package dev.genhub.simulator.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jcodec.api.SequenceEncoder;
import org.jcodec.common.Codec;
import org.jcodec.common.Format;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rational;

/** A short clip that shows its prompt and a dot that moves: H.264 in MP4, as browsers play it. */
public final class PromptVideo {

  private static final int FRAMES_PER_SECOND = 8;
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final int DOT = 12;

  private PromptVideo() {}

  /** The clip. */
  public static byte[] mp4(String prompt, FrameSize size, int seconds) {
    ByteBufferSeekableByteChannel out =
        ByteBufferSeekableByteChannel.writeToByteBuffer(ByteBuffer.allocate(LARGEST));
    try {
      SequenceEncoder encoder =
          new SequenceEncoder(out, Rational.R(FRAMES_PER_SECOND, 1), Format.MOV, Codec.H264, null);
      int frames = seconds * FRAMES_PER_SECOND;
      for (int frame = 0; frame < frames; frame++) {
        BufferedImage image = PromptPicture.draw(prompt, size);
        int x = frame * (size.width() - DOT) / frames;
        PromptPicture.fill(image, x, size.height() - 2 * DOT, DOT, 0xffffff);
        encoder.encodeNativeFrame(picture(image));
      }
      encoder.finish();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    ByteBuffer bytes = out.getContents();
    byte[] clip = new byte[bytes.remaining()];
    bytes.get(clip);
    return clip;
  }

  private static Picture picture(BufferedImage image) {
    Picture picture = Picture.create(image.getWidth(), image.getHeight(), ColorSpace.RGB);
    byte[] samples = picture.getPlaneData(0);
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int colour = image.getRGB(x, y);
        // the codec's samples are signed
        samples[at++] = (byte) ((colour >> 16 & 0xff) - 128);
        samples[at++] = (byte) ((colour >> 8 & 0xff) - 128);
        samples[at++] = (byte) ((colour & 0xff) - 128);
      }
    }
    return picture;
  }
}
