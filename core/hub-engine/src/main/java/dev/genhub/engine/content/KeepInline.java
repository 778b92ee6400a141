package dev.genhub.engine.content;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.spi.Artifact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps results that came inside a reply. They exist nowhere else, so they are written to the
 * storage before the settlement that tells of them commits; a row never names a file that is not
 * there.
 */
public final class KeepInline {

  private static final Logger LOG = LoggerFactory.getLogger(KeepInline.class);

  /** More than a reply can hold. */
  private static final long LARGEST = 64L * 1024 * 1024;

  private final MediaStore media;
  private final Function<UUID, String> addressOf;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /**
   * @param addressOf where users get the copy of a result
   */
  public KeepInline(MediaStore media, Function<UUID, String> addressOf) {
    this.media = media;
    this.addressOf = addressOf;
  }

  /**
   * Gives every result its id, and keeps those that came inside the reply.
   *
   * @throws UnreadableResultException if one of them is no base64
   * @throws UncheckedIOException if the storage does not take one; nothing is kept then
   */
  public List<MadeResult> keep(List<Artifact> artifacts) {
    List<MadeResult> made = new ArrayList<>();
    try {
      artifacts.forEach(artifact -> made.add(keep(artifact)));
      return List.copyOf(made);
    } catch (RuntimeException failed) {
      discard(made);
      throw failed;
    }
  }

  private MadeResult keep(Artifact artifact) {
    UUID id = ids.generate();
    if (artifact.source() instanceof Artifact.Source.Remote remote) {
      return new MadeResult(id, artifact, remote.uri().toString(), Optional.empty());
    }
    Artifact.Source.Inline inline = (Artifact.Source.Inline) artifact.source();
    byte[] bytes = decode(inline.base64());
    try {
      MediaStore.Kept kept = media.keep(id, new ByteArrayInputStream(bytes), LARGEST);
      String type = ServedType.of(artifact.contentType().word(), inline.mimeType());
      return new MadeResult(
          id,
          artifact,
          addressOf.apply(id),
          Optional.of(new ContentReads.StoredCopy(kept.path(), type, kept.size())));
    } catch (IOException failed) {
      throw new UncheckedIOException("a result cannot be stored", failed);
    }
  }

  private static byte[] decode(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      if (bytes.length == 0) {
        throw new UnreadableResultException("a result in the provider's reply is empty");
      }
      return bytes;
    } catch (IllegalArgumentException notBase64) {
      throw new UnreadableResultException("a result in the provider's reply is not base64");
    }
  }

  /** Deletes what was kept for a settlement that did not come about. */
  public void discard(List<MadeResult> made) {
    for (MadeResult result : made) {
      result.copy().ifPresent(copy -> delete(result.id(), copy.path()));
    }
  }

  private void delete(UUID id, String path) {
    try {
      media.delete(path);
    } catch (IOException stays) {
      LOG.warn("content={} its file {} cannot be deleted", id, path, stays);
    }
  }
}
