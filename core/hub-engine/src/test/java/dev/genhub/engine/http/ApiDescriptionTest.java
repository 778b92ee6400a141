package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDescriptionTest {

  private static final ApiDescription DESCRIPTION = ApiDescription.load();

  @ParameterizedTest
  @CsvSource({
    "createGeneration, POST, /v1/generations",
    "listGenerations, GET, /v1/generations",
    "getGeneration, GET, /v1/generations/{id}",
    "cancelGeneration, POST, /v1/generations/{id}/cancel",
    "estimateGeneration, POST, /v1/estimates",
    "createKey, POST, /v1/keys",
    "listKeys, GET, /v1/keys",
    "getKey, GET, /v1/keys/{id}",
    "changeKey, PATCH, /v1/keys/{id}",
    "deleteKey, DELETE, /v1/keys/{id}",
    "listModels, GET, /v1/models",
    "listProviders, GET, /v1/providers",
    "listContent, GET, /v1/content",
    "getContent, GET, /v1/content/{id}",
    "deleteContent, DELETE, /v1/content/{id}",
    "streamContent, GET, /v1/content/{id}/file",
    "receiveCallback, POST, /v1/callbacks/{provider}/{token}",
    "answerLiveness, GET, /health/live",
    "answerReadiness, GET, /health/ready",
    "answerDocument, GET, /openapi.json"
  })
  void everyOperationOfTheContractIsDescribedUnderTheIdOfItsRoute(
      String id, String method, String path) {
    assertThat(DESCRIPTION.operations()).contains(new ApiDescription.Operation(id, method, path));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/generations, 'GET, POST'",
    "/v1/keys/019b8d99-6900-7a11-8000-000000000001, 'DELETE, GET, PATCH'",
    "/v1/keys/no-uuid, 'DELETE, GET, PATCH'",
    "/v1/content/a%2Fb/file, GET",
    "/v1/callbacks/kie-ai/AZuN_-x, POST",
    "/openapi.json, GET"
  })
  void anAddressIsFoundWithTheMethodsThatItTakes(String path, String allow) {
    assertThat(String.join(", ", DESCRIPTION.methodsAt(path))).isEqualTo(allow);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/v1",
        "/v1/generation",
        "/v1/generations/",
        "/v1/keys/1/2",
        "/v1/content//file",
        "/v1/callbacks/kie-ai",
        "/openapiXjson",
        "/V1/generations",
        "/v1/generations?status=failed"
      })
  void anAddressThatIsNotDescribedTakesNoMethod(String path) {
    assertThat(DESCRIPTION.methodsAt(path)).isEmpty();
  }

  @Test
  void aFixedAddressAlsoTakesTheMethodsOfTheVariableOneThatCoversIt() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    operation(document, "/v1/keys/{id}", "get", "getKey");
    operation(document, "/v1/keys/rewrap", "post", "rewrapKeys");

    ApiDescription description = new ApiDescription(document);

    assertThat(description.methodsAt("/v1/keys/rewrap")).containsExactly("GET", "POST");
    assertThat(description.methodsAt("/v1/keys/1")).containsExactly("GET");
  }

  @Test
  void twoOperationsOfOneIdStopTheStart() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    operation(document, "/v1/keys", "get", "listKeys");
    operation(document, "/v1/models", "get", "listKeys");

    assertThatThrownBy(() -> new ApiDescription(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'listKeys' of GET /v1/models");
  }

  private static void operation(ObjectNode document, String path, String method, String id) {
    document
        .withObjectProperty("paths")
        .withObjectProperty(path)
        .withObjectProperty(method)
        .put("operationId", id);
  }
}
