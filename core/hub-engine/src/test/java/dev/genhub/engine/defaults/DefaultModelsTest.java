package dev.genhub.engine.defaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.generation.ParentReads;
import dev.genhub.engine.generation.PlanGeneration;
import dev.genhub.engine.generation.PlannedGeneration;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Requests;
import dev.genhub.spi.ContentType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DefaultModelsTest {

  private static HubFixture hub;
  private static DefaultModels defaults;
  private static ChangeDefaults change;
  private static PlanGeneration planning;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    defaults = new DefaultModels(hub.database.users());
    change = new ChangeDefaults(defaults, hub.catalogue);
    planning =
        new PlanGeneration(
            hub.catalogue, new ParentReads(hub.database.users()), defaults, hub.clock);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static Object change(UUID user, String body) {
    return change.change(Requests.any().by(user).body(body).build()).body();
  }

  private static Object get(UUID user) {
    return new GetDefaults(defaults).get(Requests.any().by(user).build()).body();
  }

  private static Map<String, String> shown(String image, String video, String music) {
    Map<String, String> shown = new HashMap<>();
    shown.put("image", image);
    shown.put("video", video);
    shown.put("music", music);
    return shown;
  }

  @Test
  void nobodyHasDefaultsToBeginWith() {
    assertThat(get(hub.user())).isEqualTo(shown(null, null, null));
  }

  @Test
  void aDefaultIsKeptWithItsProviderAndByItsOwnName() {
    UUID user = hub.user();

    change(user, "{\"image\": \"painter-6\", \"video\": \"fake/filmer\"}");

    assertThat(get(user)).isEqualTo(shown("fake/painter", "fake/filmer", null));
  }

  @Test
  void nullTakesADefaultAwayAndWhatIsNotNamedStays() {
    UUID user = hub.user();
    change(user, "{\"image\": \"fake/painter\", \"video\": \"fake/filmer\"}");

    assertThat(change(user, "{\"image\": null}")).isEqualTo(shown(null, "fake/filmer", null));
  }

  @Test
  void everyModelThatDoesNotFitIsNamedAndNothingChanges() {
    UUID user = hub.user();

    assertThatThrownBy(
            () ->
                change(
                    user,
                    "{\"image\": \"fake/painter\", \"video\": \"nobody/x\", \"music\": \"filmer\"}"))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            problem ->
                assertThat(problem.violations())
                    .extracting(wrong -> wrong.pointer() + " " + wrong.detail())
                    .containsExactly(
                        "/video there is no model 'nobody/x'; GET /v1/models lists them",
                        "/music 'filmer' makes 'video', not 'music'"));
    assertThat(get(user)).isEqualTo(shown(null, null, null));
  }

  @Test
  void aRequestThatNamesOnlyAKindIsPlannedWithTheDefault() {
    UUID user = hub.user();
    change(user, "{\"video\": \"fake/filmer\"}");

    PlannedGeneration plan = planning.plan(Order.by(user).model(null).contentType("video").read());

    assertThat(plan.model().qualifiedId()).isEqualTo("fake/filmer");
  }

  @Test
  void aRequestThatNamesAModelDoesNotGetTheDefault() {
    UUID user = hub.user();
    change(user, "{\"video\": \"fake/filmer\"}");

    assertThat(planning.plan(Order.by(user).read()).model().spec().contentType())
        .isEqualTo(ContentType.IMAGE);
  }

  @Test
  void withoutADefaultAModelIsRequired() {
    UUID user = hub.user();
    change(user, "{\"video\": \"fake/filmer\"}");

    assertThatThrownBy(() -> planning.plan(Order.by(user).model(null).contentType("music").read()))
        .hasMessage(
            "/model: 'model' is required: you have no default for 'music'; PUT /v1/defaults sets one");
    assertThatThrownBy(() -> planning.plan(Order.by(user).model(null).read()))
        .hasMessage("/model: 'model' is required, or 'contentType' for your default");
  }

  @Test
  void defaultsAreTheUsersOwn() {
    change(hub.user(), "{\"image\": \"fake/painter\"}");

    assertThat(get(hub.user())).isEqualTo(shown(null, null, null));
  }
}
