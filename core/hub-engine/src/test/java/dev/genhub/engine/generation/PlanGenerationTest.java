package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.defaults.DefaultModels;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Problems;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ParentTask;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanGenerationTest {

  private static HubFixture hub;
  private static PlanGeneration plan;
  private static UUID user;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    plan =
        new PlanGeneration(
            hub.catalogue,
            new ParentReads(hub.database.users()),
            new DefaultModels(hub.database.users()),
            hub.clock);
    user = hub.user();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @AfterEach
  void mendTheProvider() {
    hub.provider.violations = List.of();
    hub.provider.refusals = Map.of();
  }

  private static PlannedGeneration planned(Order order) {
    return plan.plan(order.read());
  }

  private static void assertWrong(Order order, String pointer, String detail) {
    ApiProblem problem = Problems.of(ErrorCode.VALIDATION_FAILED, () -> planned(order));
    assertThat(problem.violations()).containsExactly(new Violation(pointer, detail));
  }

  @Test
  void aRequestKnowsWhenItWasMade() {
    PlannedGeneration planned = planned(Order.by(user));

    assertThat(planned.request().requestedAt()).isEqualTo(hub.clock.instant());
  }

  private static UUID finished(UUID owner, Artifact... artifacts) {
    UUID id = hub.following(Order.by(owner), "task " + UUID.randomUUID()).id();
    hub.settle.settle(
        List.of(
            new Settlement.Completed(id, Optional.empty(), List.of(artifacts), Optional.empty())));
    return id;
  }

  @ParameterizedTest
  @ValueSource(strings = {"painter", "painter-6", "fake/painter", "fake/painter-6"})
  void aModelIsFoundByAnyOfItsNames(String name) {
    PlannedGeneration planned = planned(Order.by(user).model(name));

    assertThat(planned.request().model()).isEqualTo("painter");
    assertThat(planned.model().plugin()).isEqualTo(FakeProvider.PLUGIN);
  }

  @Test
  void anUnknownModelIsToldWithWhereToLook() {
    assertThat(Problems.of(ErrorCode.UNKNOWN_MODEL, () -> planned(Order.by(user).model("dreamer"))))
        .hasMessage("there is no model 'dreamer'; GET /v1/models lists them");
    assertThat(
            Problems.of(ErrorCode.UNKNOWN_MODEL, () -> planned(Order.by(user).provider("openai"))))
        .hasMessage("there is no model 'painter' of provider 'openai'; GET /v1/models lists them");
  }

  @Test
  void withoutAModelNothingCanBePlanned() {
    assertWrong(
        Order.by(user).model(null),
        "/model",
        "'model' is required, or 'contentType' for your default");
  }

  @Test
  void theContentTypeMustBeTheModels() {
    planned(Order.by(user).contentType("image"));
    assertWrong(
        Order.by(user).contentType("video"),
        "/contentType",
        "'video' does not fit model 'painter', which makes 'image'");
  }

  @Test
  void theTaskTypeIsInferredFromTheParameters() {
    assertThat(planned(Order.by(user)).request().taskType()).isEqualTo("text2img");
    assertThat(
            planned(Order.by(user).parameters("{\"imageUrl\": \"https://a.test/1.png\"}"))
                .request()
                .taskType())
        .isEqualTo("img2img");
  }

  @Test
  void aTaskTypeThatTheModelCannotDoIsRefused() {
    assertWrong(
        Order.by(user).taskType("text2music"),
        "/taskType",
        "'text2music' is none of [text2img, img2img, upscale_image, vary_image], which model"
            + " 'painter' can do");
  }

  @Test
  void defaultsAreFilledInForTheProviderAndNotInTheOrder() {
    PlannedGeneration planned = planned(Order.by(user).parameters("{\"stylization\": 5}"));

    assertThat(planned.request().parameters())
        .isEqualTo(Json.parse("{\"aspectRatio\": \"1:1\", \"stylization\": 5}"));
    assertThat(planned.order().parameters().toString()).isEqualTo("{\"stylization\":5}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'colour': 1} | /parameters/colour | 'colour' is not known here",
        "{'stylization': 1001} | /parameters/stylization | 1001 is above 1000",
        "{'aspectRatio': '2:1'} | /parameters/aspectRatio"
            + " | \"2:1\" is none of [\"1:1\",\"16:9\"]",
        "{'customMode': true} | /parameters/title | 'title' is required"
      })
  void parametersAreHeldAgainstTheSchemaOfTheModel(
      String parameters, String pointer, String detail) {
    assertWrong(Order.by(user).parameters(parameters.replace('\'', '"')), pointer, detail);
  }

  @Test
  void whatTheSchemaCannotSayThePluginSays() {
    hub.provider.violations = List.of(new Violation("/prompt", "is required for this model"));

    assertWrong(Order.by(user), "/prompt", "is required for this model");
  }

  @Test
  void aFollowUpGetsTheTaskOfItsParent() {
    UUID parent = finished(user, Artifacts.video("1.mp4", "item-1", "Walk", "720p"));

    PlannedGeneration planned = planned(Order.by(user).taskType("upscale_image").parent(parent));

    assertThat(planned.request().parent())
        .contains(
            new ParentTask(
                (String) hub.column(parent, "task_id"),
                "painter",
                "text2img",
                Json.parse("{}"),
                List.of(
                    new ParentTask.Item(
                        Optional.of("item-1"), Optional.of("Walk"), Optional.of("calm")))));
  }

  @Test
  void aFollowUpWithoutAModelTakesItsParents() {
    UUID parent = finished(user, Artifacts.image("1.png"));

    assertThat(
            planned(Order.by(user).model(null).taskType("vary_image").parent(parent))
                .model()
                .qualifiedId())
        .isEqualTo("fake/painter");
  }

  @Test
  void aFollowUpThatIsNotNamedIsTheOnlyOneThatTakesTheOrder() {
    UUID parent = finished(user, Artifacts.image("1.png"));
    hub.provider.refusals = Map.of("vary_image", List.of(new Violation("/prompt", "is empty")));

    assertThat(planned(Order.by(user).parent(parent)).request().taskType())
        .isEqualTo("upscale_image");
  }

  @Test
  void aFollowUpThatCouldBeSeveralMustBeNamed() {
    Order order = Order.by(user).parent(finished(user, Artifacts.image("1.png")));

    assertWrong(
        order,
        "/taskType",
        "'taskType' is required: the order could mean any of [upscale_image, vary_image], which"
            + " model 'painter' makes of a parent");
    hub.provider.violations = List.of(new Violation("/prompt", "is empty"));
    assertWrong(
        order,
        "/taskType",
        "'taskType' is required: the order fits none of [upscale_image, vary_image], which model"
            + " 'painter' makes of a parent");
  }

  @Test
  void aFollowUpNeedsAParentAndNothingElseTakesOne() {
    UUID parent = finished(user, Artifacts.image("1.png"));
    assertWrong(
        Order.by(user).taskType("upscale_image"), "/parentId", "'upscale_image' needs a parentId");
    assertWrong(
        Order.by(user).model("filmer").parent(parent),
        "/parentId",
        "'text2video' does not take a parent");
    assertWrong(
        Order.by(user).taskType("text2img").parent(parent),
        "/parentId",
        "'text2img' does not take a parent");
  }

  @Test
  void aParentMustBeTheCallersOwnAndDone() {
    UUID others = finished(hub.user(), Artifacts.image("1.png"));
    UUID running = hub.following(Order.by(user), "running task").id();

    assertWrong(
        Order.by(user).taskType("upscale_image").parent(others),
        "/parentId",
        "there is no generation '" + others + "'");
    assertWrong(
        Order.by(user).taskType("upscale_image").parent(running),
        "/parentId",
        "the parent is 'processing', it must be 'completed'");
  }

  @Test
  void aParentOfAnotherProviderIsRefused() {
    UUID parent = finished(user, Artifacts.image("1.png"));
    hub.database
        .everything()
        .sql("update generation_tasks set provider = 'elsewhere' where id = :id")
        .param("id", parent)
        .update();

    assertWrong(
        Order.by(user).taskType("upscale_image").parent(parent),
        "/parentId",
        "the parent was made by 'elsewhere', the model is of 'fake'");
  }
}
