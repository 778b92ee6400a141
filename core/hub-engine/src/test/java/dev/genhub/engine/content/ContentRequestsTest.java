package dev.genhub.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.Answers;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gallery as requests of the API reach it. */
class ContentRequestsTest {

  private static HubFixture hub;
  private static ListContent list;
  private static GetContent get;
  private static DeleteContent delete;

  private UUID user;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    list = new ListContent(hub.content);
    get = new GetContent(hub.content);
    delete = new DeleteContent(hub.content, hub.media);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void newUser() {
    user = hub.user();
  }

  private static List<ContentItem> completed(UUID owner, Artifact... artifacts) {
    ClaimedGeneration work = hub.following(Order.by(owner), "task " + UUID.randomUUID());
    hub.settle.settle(
        List.of(
            new Settlement.Completed(
                work.id(), Optional.empty(), List.of(artifacts), Optional.empty())));
    return hub.reads.find(owner, work.id()).orElseThrow().results();
  }

  /** A row of the app, with an id of the kind that does not grow with time. */
  private UUID oldImage(Instant createdAt) {
    UUID id = UUID.randomUUID();
    hub.database
        .everything()
        .sql(
            """
            insert into generated_content (id, user_id, image_url, created_at)
            values (:id, :user, 'https://old.test/1.png', cast(:at as timestamptz))
            """)
        .param("id", id)
        .param("user", user)
        .param("at", createdAt == null ? null : createdAt.toString())
        .update();
    return id;
  }

  private Requests request(UUID id) {
    return Requests.any().by(user).path("id", id);
  }

  private List<UUID> pages(int limit) {
    List<UUID> read = new ArrayList<>();
    Object cursor = "";
    while (cursor != null) {
      ApiResponse page =
          list.list(
              Requests.any()
                  .by(user)
                  .query("limit", String.valueOf(limit))
                  .query("cursor", cursor.toString())
                  .build());
      Answers.data(page, ContentItem.class).forEach(item -> read.add(item.id()));
      cursor = Answers.field(page, "nextCursor");
    }
    return read;
  }

  @Test
  void theGalleryIsReadPageByPageTheNewestFirstWithWhatWasThereBefore() {
    List<UUID> expected = new ArrayList<>();
    expected.add(0, oldImage(null));
    expected.add(0, oldImage(Instant.parse("2025-01-01T00:00:00Z")));
    expected.add(0, oldImage(Instant.parse("2025-01-01T00:00:00.000001Z")));
    expected.add(0, oldImage(Instant.parse("2026-01-01T00:00:00Z")));
    expected.add(0, completed(user, Artifacts.image("1.png")).get(0).id());
    hub.clock.advance(Duration.ofSeconds(1));
    expected.add(0, completed(user, Artifacts.image("2.png")).get(0).id());
    completed(hub.user(), Artifacts.image("others.png"));

    for (int limit : new int[] {1, 2, 4, 200}) {
      assertThat(pages(limit)).as("pages of " + limit).isEqualTo(expected);
    }
  }

  @Test
  void manyResultsOfOneMomentAreAllRead() {
    List<UUID> made = new ArrayList<>();
    for (ContentItem item :
        completed(
            user, Artifacts.image("1.png"), Artifacts.image("2.png"), Artifacts.image("3.png"))) {
      made.add(0, item.id());
    }

    assertThat(pages(1)).isEqualTo(made);
  }

  @Test
  void theGalleryIsFilteredByContentType() {
    completed(user, Artifacts.image("1.png"));
    UUID video = completed(user, Artifacts.video("1.mp4", "i", "t", "720p")).get(0).id();

    ApiResponse videos = list.list(Requests.any().by(user).query("contentType", "video").build());
    assertThat(Answers.data(videos, ContentItem.class))
        .extracting(ContentItem::id)
        .containsExactly(video);
    assertThat(
            Problems.of(
                    ErrorCode.VALIDATION_FAILED,
                    () -> list.list(Requests.any().by(user).query("contentType", "text").build()))
                .violations())
        .containsExactly(new Violation("/contentType", "'text' is none of [image, video, music]"));
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String ofGenerations = "AAAAAAAAAAAAAAAAAAAAAA";

    assertThat(
            Problems.of(
                    ErrorCode.VALIDATION_FAILED,
                    () -> list.list(Requests.any().by(user).query("cursor", ofGenerations).build()))
                .violations())
        .containsExactly(
            new Violation("/cursor", "'" + ofGenerations + "' is not a cursor of this list"));
  }

  @Test
  void aDeletedResultIsGoneWithItsFileAndItsGenerationShowsIt() {
    ContentItem item = completed(user, Artifacts.inline(new byte[] {1, 2, 3})).get(0);
    String path = hub.content.copyOf(user, item.id()).orElseThrow().path();
    long before = hub.reads.find(user, item.generationId()).orElseThrow().revision();

    assertThat(delete.delete(request(item.id()).build()).status()).isEqualTo(204);

    assertThat(hub.media.files()).doesNotContainKey(path);
    assertThat(hub.reads.find(user, item.generationId()).orElseThrow().results()).isEmpty();
    assertThat(hub.reads.find(user, item.generationId()).orElseThrow().revision())
        .as("or a client would keep what it remembers")
        .isGreaterThan(before);
    Problems.of(ErrorCode.NOT_FOUND, () -> delete.delete(request(item.id()).build()));
    Problems.of(ErrorCode.NOT_FOUND, () -> get.get(request(item.id()).build()));
  }

  @Test
  void anothersResultIsNotFoundInAnyWay() {
    ContentItem others = completed(hub.user(), Artifacts.inline(new byte[] {1})).get(0);

    Problems.of(ErrorCode.NOT_FOUND, () -> get.get(request(others.id()).build()));
    Problems.of(ErrorCode.NOT_FOUND, () -> delete.delete(request(others.id()).build()));
    assertThat(hub.content.copyOf(user, others.id())).isEmpty();
  }

  @Test
  void aResultIsShownInEveryField() {
    ContentItem item = completed(user, Artifacts.video("1.mp4", "item-1", "Walk", "720p")).get(0);

    assertThat(get.get(request(item.id()).build()).body()).isEqualTo(item);
    assertThat(item)
        .isEqualTo(
            new ContentItem(
                item.id(),
                item.generationId(),
                "video",
                "https://cdn.test/1.mp4",
                "https://cdn.test/1.mp4",
                false,
                "https://cdn.test/thumb.jpg",
                "Walk",
                8,
                "720p",
                true,
                "calm",
                null,
                null,
                "a cat",
                "painter",
                "fake",
                hub.clock.instant()));
  }
}
