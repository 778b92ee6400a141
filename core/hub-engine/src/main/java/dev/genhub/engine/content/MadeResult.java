package dev.genhub.engine.content;

import dev.genhub.spi.Artifact;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A result on its way into the database.
 *
 * @param id the content's id
 * @param url where users get it
 * @param copy the stored copy of a result that came inside the reply; empty for one that is still
 *     to be fetched
 */
public record MadeResult(
    UUID id, Artifact artifact, String url, Optional<ContentReads.StoredCopy> copy) {

  public MadeResult {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(artifact, "artifact");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(copy, "copy");
  }
}
