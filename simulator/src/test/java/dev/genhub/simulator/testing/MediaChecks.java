package dev.genhub.simulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.Picture;

/** Opens results with libraries that did not make them, as far as there are any. */
public final class MediaChecks {

  private MediaChecks() {}

  public static BufferedImage assertPicture(Answered file) {
    assertDelivered(file, "image/png");
    assertThat(Arrays.copyOf(file.bytes(), 4)).isEqualTo(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    try {
      return ImageIO.read(new ByteArrayInputStream(file.bytes()));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  public static Picture assertClip(Answered file) {
    assertDelivered(file, "video/mp4");
    assertThat(new String(file.bytes(), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    try {
      FrameGrab frames =
          FrameGrab.createFrameGrab(
              ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(file.bytes())));
      assertThat(frames.getVideoTrack().getMeta().getTotalFrames()).isEqualTo(16);
      return frames.seekToFramePrecise(8).getNativeFrame();
    } catch (IOException | JCodecException broken) {
      throw new AssertionError(broken);
    }
  }

  public static void assertTrack(Answered file) {
    assertDelivered(file, "audio/wav");
    try (AudioInputStream sound =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(file.bytes()))) {
      assertThat(sound.getFrameLength() / sound.getFormat().getFrameRate()).isEqualTo(6);
      byte[] samples = sound.readAllBytes();
      assertThat(samples).hasSizeGreaterThan(200_000).matches(MediaChecks::isAudible, "audible");
    } catch (IOException | UnsupportedAudioFileException broken) {
      throw new AssertionError(broken);
    }
  }

  private static boolean isAudible(byte[] samples) {
    for (int i = 1; i < samples.length; i += 2) {
      if (Math.abs(samples[i]) > 20) {
        return true;
      }
    }
    return false;
  }

  private static void assertDelivered(Answered file, String type) {
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.contentType()).isEqualTo(type);
  }
}
