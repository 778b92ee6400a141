package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.http.ApiJson;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.Answers;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading, listing and cancelling generations as requests of the API. */
class GenerationRequestsTest {

  private static HubFixture hub;
  private static GetGeneration get;
  private static ListGenerations list;
  private static CancelGeneration cancel;

  private UUID user;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    get = new GetGeneration(hub.reads);
    list = new ListGenerations(hub.reads);
    cancel = new CancelGeneration(hub.reads, hub.settlements);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void newUser() {
    user = hub.user();
  }

  private Requests request(UUID id) {
    return Requests.any().by(user).path("id", id);
  }

  private GenerationView got(UUID id) {
    return (GenerationView) get.get(request(id).build()).body();
  }

  private ApiResponse listed(Requests request) {
    return list.list(request.by(user).build());
  }

  private static List<UUID> ids(ApiResponse response) {
    return Answers.data(response, GenerationView.class).stream().map(GenerationView::id).toList();
  }

  @Test
  void aGenerationIsShownInEveryField() {
    UUID id = hub.following(Order.by(user).metadata("{\"a\": \"b\"}"), "task of " + user).id();
    hub.clock.advance(Duration.ofSeconds(30));
    hub.settle.settle(
        List.of(
            new Settlement.Completed(
                id,
                Optional.empty(),
                List.of(Artifacts.image("1.png"), Artifacts.image("2.png")),
                Optional.empty())));

    GenerationView view = got(id);

    assertThat(view.status()).isEqualTo("completed");
    assertThat(view.progress()).isEqualTo(100);
    assertThat(view.providerTaskId()).isEqualTo("task of " + user);
    assertThat(view.results())
        .extracting(item -> item.url())
        .containsExactly("https://cdn.test/1.png", "https://cdn.test/2.png");
    assertThat(view.resultUrl()).isEqualTo("https://cdn.test/1.png");
    assertThat(view.cost().charged().usd()).isEqualByComparingTo("0.04");
    assertThat(view.startedAt()).isEqualTo(view.createdAt());
    assertThat(view.completedAt()).isEqualTo(hub.clock.instant());
    String json = new String(ApiJson.write(view), StandardCharsets.UTF_8);
    assertThat(json)
        .contains(
            "\"estimated\":{\"credits\":8,\"usd\":0.04}",
            "\"metadata\":{\"a\":\"b\"}",
            "\"error\":null",
            "\"estimatedTime\":45")
        .doesNotContain("revision", "lease", "phase");
  }

  @Test
  void aFailureSaysWhyWhetherItHelpsToTryAgainAndWhetherItWasPaid() {
    UUID id = hub.following(Order.by(user), "failed task of " + user).id();
    hub.settle.settle(
        List.of(
            new Settlement.Failed(
                id, Failure.uncharged(FailureKind.RATE_LIMITED, "429", "too many"))));

    assertThat(got(id).error())
        .isEqualTo(new GenerationView.Error("rate_limited", "too many", true, false));
  }

  @Test
  void whatIsKnownAlreadyIsNotSentAgain() {
    UUID id = hub.queued(Order.by(user));
    String tag = get.get(request(id).build()).headers().get("ETag");

    for (String known : List.of(tag, "W/" + tag, "\"17\", " + tag, "*")) {
      ApiResponse response = get.get(request(id).header("if-none-match", known).build());
      assertThat(response.status()).as(known).isEqualTo(304);
      assertThat(response.body()).isNull();
    }

    hub.settle.settle(List.of(new Settlement.Cancelled(id)));
    assertThat(get.get(request(id).header("if-none-match", tag).build()).status()).isEqualTo(200);
  }

  @Test
  void anothersGenerationIsNotFoundInAnyWay() {
    UUID others = hub.queued();

    Problems.of(ErrorCode.NOT_FOUND, () -> got(others));
    Problems.of(ErrorCode.NOT_FOUND, () -> cancel.cancel(request(others).build()));
    assertThat(hub.column(others, "status")).isEqualTo("pending");
  }

  @Test
  void listsAreReadPageByPageTheNewestFirst() {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, hub.queued(Order.by(user)));
    }
    hub.queued();

    List<UUID> read = new ArrayList<>();
    Object cursor = "";
    while (cursor != null) {
      ApiResponse page =
          listed(Requests.any().query("limit", "2").query("cursor", cursor.toString()));
      read.addAll(ids(page));
      cursor = Answers.field(page, "nextCursor");
    }

    assertThat(read).isEqualTo(made);
  }

  @Test
  void listsAreFiltered() {
    UUID image = hub.queued(Order.by(user));
    UUID video = hub.queued(Order.by(user).model("filmer"));
    hub.settle.settle(List.of(new Settlement.Cancelled(video)));

    assertThat(ids(listed(Requests.any()))).containsExactly(video, image);
    assertThat(ids(listed(Requests.any().query("status", "pending")))).containsExactly(image);
    assertThat(ids(listed(Requests.any().query("contentType", "video")))).containsExactly(video);
    assertThat(ids(listed(Requests.any().query("model", "painter")))).containsExactly(image);
    assertThat(ids(listed(Requests.any().query("model", "fake/filmer")))).containsExactly(video);
    assertThat(ids(listed(Requests.any().query("model", "painter").query("status", "cancelled"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "status, done, '''done'' is none of [pending, processing, completed, failed, cancelled]'",
    "contentType, text, '''text'' is none of [image, video, music]',",
    "limit, 0, '''0'' is not a number from 1 to 200'",
    "limit, 201, '''201'' is not a number from 1 to 200'",
    "cursor, zzz, '''zzz'' is not a cursor of this list'"
  })
  void aFilterThatIsNoneIsRefused(String name, String value, String detail) {
    assertThat(
            Problems.of(
                    ErrorCode.VALIDATION_FAILED, () -> listed(Requests.any().query(name, value)))
                .violations())
        .containsExactly(new Violation("/" + name, detail));
  }

  @Test
  void cancellingAnswersWithTheGenerationAndItsCost() {
    UUID id = hub.queued(Order.by(user));

    ApiResponse response = cancel.cancel(request(id).build());

    GenerationView view = (GenerationView) response.body();
    assertThat(response.status()).isEqualTo(200);
    assertThat(view.status()).isEqualTo("cancelled");
    assertThat(view.cost().charged()).isNull();
  }

  @Test
  void whatIsSettledCannotBeCancelled() {
    UUID id = hub.queued(Order.by(user));
    cancel.cancel(request(id).build());

    assertThat(Problems.of(ErrorCode.NOT_CANCELLABLE, () -> cancel.cancel(request(id).build())))
        .hasMessage("the generation is settled; it was 'cancelled'");
  }

  @Test
  void aLateSuccessDoesNotBringACancelledGenerationBack() {
    UUID id = hub.following(Order.by(user), "late task of " + user).id();
    cancel.cancel(request(id).build());

    assertThat(
            hub.settle.settle(
                List.of(
                    new Settlement.Completed(
                        id,
                        Optional.empty(),
                        List.of(Artifacts.image("1.png")),
                        Optional.empty()))))
        .containsExactly(false);

    assertThat(got(id).status()).isEqualTo("cancelled");
    assertThat(got(id).results()).isEmpty();
  }
}
