package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.content.ArchiveStore;
import dev.genhub.engine.content.ContentItem;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.spi.Artifact;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that come inside a reply exist nowhere else. */
class InlineResultsTest {

  private static final byte[] IMAGE = {1, 2, 3, 4, 5};

  private static HubFixture hub;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void emptyTheStorage() {
    hub.media.full(false);
    hub.media.files().clear();
  }

  private static List<Boolean> settle(UUID id, Artifact... artifacts) {
    return hub.settle.settle(
        List.of(
            new Settlement.Completed(
                id, Optional.of("reply to " + id), List.of(artifacts), Optional.empty())));
  }

  @Test
  void theyAreStoredAndServedByTheHubFromTheStart() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    settle(work.id(), Artifacts.inline(IMAGE));

    GenerationView view = hub.reads.find(work.userId(), work.id()).orElseThrow();
    ContentItem item = view.results().get(0);
    assertThat(item.archived()).isTrue();
    assertThat(item.url()).isEqualTo("https://hub.test/v1/content/" + item.id() + "/file");
    assertThat(view.resultUrl()).isEqualTo(item.url());
    assertThat(item.sourceUrl()).isNull();
    assertThat(item.mimeType()).isEqualTo("image/webp");
    assertThat(item.sizeBytes()).isEqualTo(5);
    String path = hub.content.copyOf(work.userId(), item.id()).orElseThrow().path();
    assertThat(hub.media.files().get(path)).isEqualTo(IMAGE);
    assertThat(hub.column(work.id(), "result_url")).isEqualTo(item.url());
  }

  @Test
  void theyMayStandBesideResultsThatAreStillToBeFetched() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    settle(work.id(), Artifacts.image("1.png"), Artifacts.inline(IMAGE));

    List<ContentItem> items = hub.reads.find(work.userId(), work.id()).orElseThrow().results();
    assertThat(items).extracting(ContentItem::archived).containsExactly(false, true);
    List<ArchiveStore.Unarchived> toFetch =
        new ArchiveStore(hub.database.workers(), Duration.ofMinutes(1), hub.clock).claim(100);
    assertThat(toFetch)
        .extracting(ArchiveStore.Unarchived::id)
        .contains(items.get(0).id())
        .doesNotContain(items.get(1).id());
  }

  @ParameterizedTest
  @CsvSource({"text/html, image/png", "image/svg+xml, image/png", "image/jpeg, image/jpeg"})
  void aTypeThatIsNoImageIsNotServedAsTheHubsOwn(String told, String served) {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    settle(work.id(), Artifacts.inline(told, "AQID"));

    assertThat(hub.reads.find(work.userId(), work.id()).orElseThrow().results())
        .extracting(ContentItem::mimeType)
        .containsExactly(served);
  }

  @Test
  void lineBreaksInTheTextDoNotMatter() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    settle(work.id(), Artifacts.inline("image/png", "AQID\r\nBAU=\n"));

    assertThat(hub.media.files().values()).containsExactly(IMAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", ""})
  void whatIsNoFileFailsTheGenerationWhichTheProviderWasPaidFor(String text) {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    assertThat(settle(work.id(), Artifacts.inline(IMAGE), Artifacts.inline("image/png", text)))
        .containsExactly(true);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "unreadable_reply")
        .containsEntry("error_charged", true);
    assertThat(hub.media.files()).isEmpty();
  }

  @Test
  void noFileStaysOfASettlementThatCameTooLate() {
    ClaimedGeneration work = hub.in(Phase.SETTLED);

    assertThat(settle(work.id(), Artifacts.inline(IMAGE))).containsExactly(false);

    assertThat(hub.media.files()).isEmpty();
  }

  @Test
  void nothingIsSettledWhileTheStorageTakesNothing() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);
    hub.media.full(true);

    assertThatThrownBy(() -> settle(work.id(), Artifacts.inline(IMAGE)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("a result cannot be stored");

    assertThat(hub.column(work.id(), "phase")).isEqualTo("submitting");
    assertThat(hub.spending(work.userId()).get("reserved_usd")).hasToString("0.040000");
    hub.media.full(false);
    assertThat(settle(work.id(), Artifacts.inline(IMAGE))).containsExactly(true);
  }
}
