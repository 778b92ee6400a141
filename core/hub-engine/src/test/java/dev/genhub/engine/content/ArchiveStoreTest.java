package dev.genhub.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.spi.Artifact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArchiveStoreTest {

  private static final Duration LEASE = Duration.ofMinutes(10);

  private static HubFixture hub;
  private static ArchiveStore store;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    store = new ArchiveStore(hub.database.workers(), LEASE, hub.clock);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void nothingWaits() {
    hub.database.everything().sql("update generated_content set next_archive_at = null").update();
  }

  /** A generation with so many results that wait for their copies. */
  private static ClaimedGeneration completed(int results) {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);
    List<Artifact> artifacts =
        IntStream.range(0, results).mapToObj(i -> Artifacts.image(i + ".png")).toList();
    hub.settle.settle(
        List.of(
            new Settlement.Completed(work.id(), Optional.empty(), artifacts, Optional.empty())));
    return work;
  }

  private static Map<String, Object> row(UUID content) {
    return hub.database.row("select * from generated_content where id = ?", content);
  }

  private static Instant nextAttempt(UUID content) {
    Timestamp next = (Timestamp) row(content).get("next_archive_at");
    return next == null ? null : next.toInstant();
  }

  @Test
  void aResultIsTakenByOneNodeAndByAnotherWhenThatOneIsDead() throws Exception {
    completed(4);

    List<UUID> taken =
        AtOnce.call(4, () -> store.claim(2)).stream()
            .flatMap(List::stream)
            .map(ArchiveStore.Unarchived::id)
            .toList();

    assertThat(taken).hasSizeBetween(2, 4).doesNotHaveDuplicates();
    assertThat(store.claim(10)).hasSize(4 - taken.size());
    hub.clock.advance(LEASE);
    assertThat(store.claim(10))
        .hasSize(4)
        .extracting(ArchiveStore.Unarchived::attempt)
        .containsOnly(2);
  }

  @Test
  void aCopiedResultIsServedByTheHub() {
    ClaimedGeneration work = completed(2);
    long revision = ((Number) hub.column(work.id(), "revision")).longValue();
    List<ArchiveStore.Unarchived> taken = store.claim(10);
    UUID first = hub.reads.find(work.userId(), work.id()).orElseThrow().results().get(0).id();

    for (ArchiveStore.Unarchived result : taken) {
      assertThat(
              store.archived(
                  result.id(), "ab/" + result.id(), "image/webp", 17, "https://hub.test/copy"))
          .isTrue();
    }

    ContentItem item = hub.content.find(work.userId(), first).orElseThrow();
    assertThat(item.archived()).isTrue();
    assertThat(item.url()).isEqualTo("https://hub.test/v1/content/" + first + "/file");
    assertThat(item.sourceUrl()).isEqualTo("https://cdn.test/0.png");
    assertThat(item.mimeType()).isEqualTo("image/webp");
    assertThat(item.sizeBytes()).isEqualTo(17);
    assertThat(row(first))
        .containsEntry("image_url", "https://hub.test/copy")
        .containsEntry("video_url", null)
        .containsEntry("next_archive_at", null);
    assertThat(hub.column(work.id(), "result_url")).isEqualTo("https://hub.test/copy");
    assertThat(((Number) hub.column(work.id(), "revision")).longValue()).isEqualTo(revision + 2);
    assertThat(store.claim(10)).isEmpty();
  }

  @Test
  void aFailedCopyWaitsTwiceAsLongEachTimeAndIsGivenUpInTheEnd() {
    completed(1);
    Duration waited = Duration.ZERO;
    for (int attempt = 1; attempt < 12; attempt++) {
      ArchiveStore.Unarchived result = store.claim(1).get(0);
      assertThat(result.attempt()).isEqualTo(attempt);
      store.again(result);
      Duration wait = Duration.between(hub.clock.instant(), nextAttempt(result.id()));
      assertThat(wait).isEqualTo(Duration.ofSeconds(10L << Math.min(attempt, 10)));
      waited = waited.plus(wait);
      hub.clock.advance(wait);
    }
    ArchiveStore.Unarchived last = store.claim(1).get(0);
    store.again(last);

    assertThat(nextAttempt(last.id())).isNull();
    assertThat(row(last.id()))
        .containsEntry("archived", false)
        .containsEntry("source_url", "https://cdn.test/0.png");
    assertThat(waited).isGreaterThan(Duration.ofHours(8));
  }

  @Test
  void aResultThatWasDeletedMeanwhileKeepsNoFile() throws IOException {
    ClaimedGeneration work = completed(1);
    ArchiveStore.Unarchived result = store.claim(1).get(0);
    MediaStore.Kept kept =
        hub.media.keep(result.id(), new ByteArrayInputStream(new byte[] {1}), 10);
    hub.content.delete(work.userId(), result.id());

    new RecordCopy(store, hub.content, hub.media, new CopiesUnderWay(hub.clock))
        .record(new CopyResult.Copy(result, Optional.of(kept), "image/png"));

    assertThat(hub.media.files()).doesNotContainKey(kept.path());
  }

  @Test
  void aResultWhoseGenerationIsGoneKeepsItsFile() throws IOException {
    ClaimedGeneration work = completed(1);
    ArchiveStore.Unarchived result = store.claim(1).get(0);
    MediaStore.Kept kept =
        hub.media.keep(result.id(), new ByteArrayInputStream(new byte[] {1}), 10);
    hub.database
        .everything()
        .sql("delete from generation_tasks where id = :id")
        .param("id", work.id())
        .update();

    new RecordCopy(store, hub.content, hub.media, new CopiesUnderWay(hub.clock))
        .record(new CopyResult.Copy(result, Optional.of(kept), "image/png"));

    assertThat(row(result.id())).containsEntry("archived", true);
    assertThat(hub.media.files()).containsKey(kept.path());
  }

  @Test
  void aFailureIsRecordedAsOne() throws IOException {
    completed(1);
    ArchiveStore.Unarchived result = store.claim(1).get(0);

    new RecordCopy(store, hub.content, hub.media, new CopiesUnderWay(hub.clock))
        .record(new CopyResult.Copy(result, Optional.empty(), ""));

    assertThat(nextAttempt(result.id())).isEqualTo(hub.clock.instant().plusSeconds(20));
  }

  @Test
  void oneRowWithoutAnAddressDoesNotStopTheOthers() {
    ClaimedGeneration work = completed(2);
    hub.database
        .everything()
        .sql(
            """
            update generated_content set source_url = null
            where generation_id = :id and position = 0
            """)
        .param("id", work.id())
        .update();

    assertThat(store.claim(10))
        .extracting(result -> result.source().toString())
        .containsExactly("https://cdn.test/1.png");
  }

  @Test
  void onlyAFewAreTakenAtATime() {
    completed(70);
    ClaimUnarchived claim = new ClaimUnarchived(store, new CopiesUnderWay(hub.clock));

    assertThat(claim.claim()).hasSize(16);
    assertThat(claim.claim()).hasSize(16);
    assertThat(claim.claim()).hasSize(16);
    assertThat(claim.claim()).isEmpty();
  }

  @Test
  void aCopyThatTakesLongStaysWithItsNodeUntilItEnds() throws IOException {
    completed(1);
    CopiesUnderWay underWay = new CopiesUnderWay(hub.clock);
    ArchiveStore.Unarchived result = new ClaimUnarchived(store, underWay).claim().get(0);
    ProlongCopies prolong = new ProlongCopies(underWay, store);

    for (int i = 0; i < 3; i++) {
      hub.clock.advance(LEASE.minusSeconds(1));
      prolong.prolong();
      assertThat(store.claim(1)).isEmpty();
    }
    new RecordCopy(store, hub.content, hub.media, underWay)
        .record(new CopyResult.Copy(result, Optional.empty(), ""));
    prolong.prolong();

    assertThat(nextAttempt(result.id())).isEqualTo(hub.clock.instant().plusSeconds(20));
  }
}
