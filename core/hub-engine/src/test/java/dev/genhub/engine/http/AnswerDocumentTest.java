package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AnswerDocumentTest {

  @Test
  void theDocumentNamesTheAddressOfThisHubAndNoOther() {
    ApiResponse answer = new AnswerDocument(URI.create("https://hub.example.com")).answer();

    JsonNode document = DescribedSchemas.written(answer.body());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(document.path("openapi").asText()).startsWith("3.1.");
    assertThat(document.path("servers")).hasSize(1);
    assertThat(document.at("/servers/0/url").asText()).isEqualTo("https://hub.example.com");
  }
}
