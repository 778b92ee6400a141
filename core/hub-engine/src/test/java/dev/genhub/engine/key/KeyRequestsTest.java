package dev.genhub.engine.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.http.ApiJson;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Keys;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import dev.genhub.spi.Violation;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys as requests of the API reach them. */
class KeyRequestsTest {

  private static final String SECRET = "sk-very-secret-1234";

  private static HubFixture hub;
  private static Keys keys;
  private static CreateKey create;

  private UUID user;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    keys = new Keys(hub.database, hub.clock);
    create = new CreateKey(keys.store, hub.catalogue);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void newUser() {
    user = hub.user();
  }

  private ApiResponse create(String body) {
    return create.create(Requests.any().by(user).body(body).build());
  }

  private KeyView created() {
    return (KeyView)
        create("{\"provider\": \"fake\", \"name\": \"mine\", \"apiKey\": \"" + SECRET + "\"}")
            .body();
  }

  private Requests request(UUID id) {
    return Requests.any().by(user).path("id", id);
  }

  @Test
  void aKeyIsCreatedAndNeverShown() {
    ApiResponse response =
        create("{\"provider\": \"fake\", \"name\": \"mine\", \"apiKey\": \"" + SECRET + "\"}");

    assertThat(response.status()).isEqualTo(201);
    UUID id = ((KeyView) response.body()).id();
    assertThat(response.headers()).containsEntry("Location", "/v1/keys/" + id);
    String json = new String(ApiJson.write(response.body()), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"isActive\":true", "\"keyHint\":\"…1234\"", "\"lastUsedAt\":null")
        .doesNotContain("very-secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /provider | 'provider' is required",
        "{'provider': 'nobody', 'name': 'n', 'apiKey': '12345678'} | /provider"
            + " | 'nobody' is none of [fake]",
        "{'provider': 'fake', 'name': '', 'apiKey': '12345678'} | /name"
            + " | is shorter than 1 characters",
        "{'provider': 'fake', 'name': 'n', 'apiKey': 'short'} | /apiKey"
            + " | is shorter than 8 characters",
        "{'provider': 'fake', 'name': 'n', 'apiKey': 12345678} | /apiKey"
            + " | the value must be of type \"string\"",
        "{'provider': 'fake', 'name': 'n', 'apiKey': 'with\\nline'} | /apiKey"
            + " | has a character that no header takes; visible ASCII characters are allowed",
        "{'provider': 'fake', 'name': 'n', 'apiKey': '12345678', 'colour': 1} | /colour"
            + " | 'colour' is not known here"
      })
  void whatIsWrongIsSaidWithoutRepeatingTheKey(String body, String pointer, String detail) {
    ApiProblem problem =
        Problems.of(ErrorCode.VALIDATION_FAILED, () -> create(body.replace('\'', '"')));

    assertThat(problem.violations()).contains(new Violation(pointer, detail));
    assertThat(problem.toString() + problem.violations()).doesNotContain("12345678", "short\"");
  }

  @Test
  void aKeyIsChangedFoundListedAndDeleted() {
    UUID id = created().id();

    ApiResponse changed =
        new ChangeKey(keys.store).change(request(id).body("{\"isActive\": false}").build());
    assertThat(((KeyView) changed.body()).isActive()).isFalse();
    assertThat(new GetKey(keys.store).get(request(id).build()).body()).isEqualTo(changed.body());
    assertThat(new ListKeys(keys.store).list(request(id).build()).body().toString())
        .contains(id.toString());
    assertThat(new DeleteKey(keys.store).delete(request(id).build()).status()).isEqualTo(204);
    Problems.of(ErrorCode.NOT_FOUND, () -> new GetKey(keys.store).get(request(id).build()));
  }

  @Test
  void aChangeOfNothingIsRefused() {
    UUID id = created().id();

    Problems.of(
        ErrorCode.VALIDATION_FAILED,
        () -> new ChangeKey(keys.store).change(request(id).body("{}").build()));
  }

  @Test
  void anothersKeyIsNotFoundInAnyWay() {
    UUID id = created().id();
    user = hub.user();

    Problems.of(ErrorCode.NOT_FOUND, () -> new GetKey(keys.store).get(request(id).build()));
    Problems.of(ErrorCode.NOT_FOUND, () -> new DeleteKey(keys.store).delete(request(id).build()));
    Problems.of(
        ErrorCode.NOT_FOUND,
        () -> new ChangeKey(keys.store).change(request(id).body("{\"name\": \"n\"}").build()));
  }

  @Test
  void anIdThatIsNoneIsNotFound() {
    Problems.of(
        ErrorCode.NOT_FOUND,
        () -> new GetKey(keys.store).get(Requests.any().by(user).path("id", "17").build()));
  }
}
