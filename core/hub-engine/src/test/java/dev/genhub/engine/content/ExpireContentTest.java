package dev.genhub.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.MemoryMedia;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExpireContentTest {

  private static final Duration MONTH = Duration.ofDays(30);

  private static HubFixture hub;

  private final MemoryMedia media = new MemoryMedia();

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private void expire(Optional<Duration> retention) {
    new ExpireContent(hub.database.workers(), media, hub.clock, retention).expire();
  }

  /** The result of a generation that was completed just now, with its copy. */
  private UUID copied() throws IOException {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);
    hub.settle.settle(
        List.of(
            new Settlement.Completed(
                work.id(), Optional.empty(), List.of(Artifacts.image("a.png")), Optional.empty())));
    UUID id =
        (UUID)
            hub.database.value(
                "select id from generated_content where generation_id = ?", work.id());
    MediaStore.Kept kept = media.keep(id, new ByteArrayInputStream(new byte[] {1}), 10);
    new ArchiveStore(hub.database.workers(), Duration.ofMinutes(1), hub.clock)
        .archived(id, kept.path(), "image/png", kept.size(), "http://localhost/" + id);
    return id;
  }

  private static boolean isThere(UUID content) {
    return (boolean)
        hub.database.value("select exists (select from generated_content where id = ?)", content);
  }

  private static String path(UUID content) {
    return (String)
        hub.database.value("select storage_path from generated_content where id = ?", content);
  }

  @Test
  void whatIsTooOldGoesWithItsCopyAndWhatIsYoungerStays() throws IOException {
    UUID old = copied();
    String oldCopy = path(old);
    hub.clock.advance(MONTH.plusDays(1));
    UUID young = copied();

    expire(Optional.of(MONTH));

    assertThat(isThere(old)).isFalse();
    assertThat(media.files()).doesNotContainKey(oldCopy);
    assertThat(isThere(young)).isTrue();
    assertThat(media.files()).containsKey(path(young));
  }

  @Test
  void withoutARetentionEverythingIsKept() throws IOException {
    UUID old = copied();
    hub.clock.advance(MONTH.multipliedBy(100));

    expire(Optional.empty());

    assertThat(isThere(old)).isTrue();
  }

  @Test
  void whatTheAppHadBeforeTheHubIsKept() throws IOException {
    UUID theApps = copied();
    hub.database
        .everything()
        .sql(
            "update generated_content set generation_id = null, storage_path = null where id = :id")
        .param("id", theApps)
        .update();
    hub.clock.advance(MONTH.plusDays(1));

    expire(Optional.of(MONTH));

    assertThat(isThere(theApps)).isTrue();
  }
}
