package dev.genhub.bench.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class StatusStubTest {

  private static HttpResponse<String> get(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void everyTaskIsStillRunningAndEveryReadIsCounted() throws Exception {
    try (StatusStub provider = StatusStub.start()) {
      HttpResponse<String> answer =
          get(URI.create(provider.address() + StatusStub.MIDJOURNEY + "?taskId=1"));

      JsonNode body = new ObjectMapper().readTree(answer.body());
      assertThat(body.at("/code").asInt()).isEqualTo(200);
      assertThat(body.at("/data/successFlag").asInt()).isZero();
      assertThat(provider.arrived()).isEqualTo(1);
    }
  }

  @Test
  void nothingElseIsAnswered() throws Exception {
    try (StatusStub provider = StatusStub.start()) {
      assertThat(get(provider.address().resolve("/api/v1/other")).statusCode()).isEqualTo(404);
      assertThat(provider.arrived()).isZero();
    }
  }
}
