package dev.genhub.engine.http;

import static dev.genhub.engine.http.DescribedSchemas.assertDescribed;
import static dev.genhub.engine.http.DescribedSchemas.assertSameFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.engine.apptoken.AppTokenView;
import dev.genhub.engine.apptoken.NewAppToken;
import dev.genhub.engine.audit.AuditView;
import dev.genhub.engine.content.ContentItem;
import dev.genhub.engine.generation.GenerationView;
import dev.genhub.engine.generation.GenerationView.Amount;
import dev.genhub.engine.generation.GenerationView.Cost;
import dev.genhub.engine.key.KeyTestView;
import dev.genhub.engine.key.KeyView;
import dev.genhub.engine.key.RewrapProgress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the hub writes is what the document says, field by field. */
class DescribedAnswersTest {

  private static final UUID ID = UUID.fromString("019b8db4-e040-7a11-8000-000000000001");
  private static final Instant TIME = Instant.parse("2026-01-05T10:30:00.123456Z");
  private static final Amount AMOUNT = new Amount(new BigDecimal("8"), new BigDecimal("0.04"));

  @Test
  void aGenerationThatJustCameInIsAsDescribed() {
    assertDescribed("Generation", generation("pending", null, List.of(), null));
  }

  @Test
  void aCompletedGenerationIsAsDescribed() {
    assertDescribed("Generation", generation("completed", AMOUNT, List.of(full(), bare()), null));
  }

  @Test
  void aFailedGenerationIsAsDescribed() {
    GenerationView.Error error =
        new GenerationView.Error("provider_error", "it failed", false, true);

    assertDescribed("Generation", generation("failed", AMOUNT, List.of(), error));
    assertSameFields("GenerationError", error);
  }

  @Test
  void aGenerationAndItsCostHaveNoOtherFieldsThanDescribed() {
    assertSameFields("Generation", generation("pending", null, List.of(), null));
    assertSameFields("Cost", new Cost(AMOUNT, null));
    assertSameFields("Amount", AMOUNT);
  }

  @Test
  void contentIsAsDescribed() {
    assertDescribed("ContentItem", full());
    assertDescribed("ContentItem", bare());
    assertSameFields("ContentItem", full());
  }

  @Test
  void aKeyIsAsDescribed() {
    KeyView.Problem refused = new KeyView.Problem("invalid_api_key", TIME);
    KeyView used =
        new KeyView(ID, "kie-ai", "Production", true, "…cdef", TIME, TIME, TIME, TIME, refused);
    KeyView unused =
        new KeyView(ID, "kie-ai", "Spare", false, "…cdef", TIME, TIME, null, TIME, null);

    assertDescribed("KeyList", Map.of("data", List.of(used, unused)));
    assertSameFields("Key", used);
    assertSameFields("KeyProblem", refused);
  }

  @Test
  void theTestOfAKeyIsAsDescribed() {
    KeyTestView good = new KeyTestView(true, null, new BigDecimal("12.5"), TIME);
    KeyTestView refused = new KeyTestView(false, "invalid_api_key", null, TIME);

    assertDescribed("KeyTest", good);
    assertDescribed("KeyTest", refused);
    assertSameFields("KeyTest", good);
  }

  @Test
  void whatAdminsSeeIsAsDescribed() {
    NewAppToken made = new NewAppToken(ID, "shop", "ghk_" + "x".repeat(43), TIME, null);
    AppTokenView token = new AppTokenView(ID, "shop", TIME, null);
    AuditView entry =
        new AuditView(
            ID,
            TIME,
            "key.created",
            ID,
            null,
            false,
            ID.toString(),
            "request-1",
            JsonNodeFactory.instance.objectNode().put("provider", "kie-ai"));
    Paging paging = Paging.of(TestRequests.plain());

    assertDescribed("NewAppToken", made);
    assertSameFields("NewAppToken", made);
    assertDescribed("AppTokenList", Map.of("data", List.of(token)));
    assertSameFields("AppToken", token);
    assertDescribed("AuditLogPage", paging.page(List.of(entry), AuditView::id));
    assertSameFields("AuditEntry", entry);
    assertDescribed("RewrapProgress", new RewrapProgress(10, 4, true, 0));
    assertSameFields("RewrapProgress", new RewrapProgress(10, 4, true, 0));
  }

  @Test
  void pagesAreAsDescribed() {
    Paging paging = Paging.of(TestRequests.withQuery("limit", "1"));
    GenerationView generation = generation("pending", null, List.of(), null);

    Map<String, Object> last = paging.page(List.of(generation), GenerationView::id);
    Map<String, Object> first = paging.page(List.of(generation, generation), GenerationView::id);
    assertDescribed("GenerationPage", last);
    assertDescribed("GenerationPage", first);
    assertDescribed("ContentPage", paging.page(List.of(full(), bare()), ContentItem::id));
    assertThat(last.get("nextCursor")).isNull();
    assertThat(first.get("nextCursor")).isNotNull();
  }

  @Test
  void readinessIsAsDescribedWhetherAllIsWellOrNot() {
    ApiResponse up = new AnswerHealth(Map.of("database", () -> "")).answer();
    ApiResponse down = new AnswerHealth(Map.of("database", () -> "no connection")).answer();

    assertDescribed("Readiness", up.body());
    assertDescribed("Readiness", down.body());
    assertThat(List.of(up.status(), down.status())).containsExactly(200, 503);
  }

  @Test
  void theDocumentIsAsItDescribesItself() {
    assertDescribed("OpenApiDocument", DescribedSchemas.DOCUMENT);
  }

  private static GenerationView generation(
      String status, Amount charged, List<ContentItem> results, GenerationView.Error error) {
    boolean settled = !status.equals("pending");
    return new GenerationView(
        ID,
        status,
        "image",
        "text2img",
        "kie-ai",
        "midjourney-7",
        "a mountain",
        JsonNodeFactory.instance.objectNode().put("stylization", 100),
        settled ? ID : null,
        ID,
        status.equals("completed") ? 100 : 0,
        settled ? 60 : null,
        settled ? null : 3,
        new Cost(AMOUNT, charged),
        settled ? "task-1" : null,
        results,
        results.isEmpty() ? null : results.get(0).url(),
        error,
        settled ? JsonNodeFactory.instance.objectNode().put("orderId", "4711") : null,
        TIME,
        settled ? TIME : null,
        settled ? TIME : null,
        7);
  }

  private static ContentItem full() {
    return new ContentItem(
        ID,
        ID,
        "video",
        "http://localhost:8080/v1/content/" + ID + "/file",
        "https://cdn.provider.example/a.mp4",
        true,
        "https://cdn.provider.example/a.jpg",
        "A title",
        8,
        "720p",
        true,
        "Ambient",
        "video/mp4",
        5_000_000_000L,
        "a mountain",
        "veo3_fast",
        "kie-ai",
        TIME);
  }

  /** A row of the app from before the hub. */
  private static ContentItem bare() {
    return new ContentItem(
        ID, null, "image", null, null, false, null, null, null, null, null, null, null, null, null,
        null, null, null);
  }
}
