package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.CallbackReceiver;
import dev.genhub.simulator.testing.TestClient;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where ids and results stand in the callbacks of the families that only the live dialect has. */
class FurtherCallbacksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          flux/kontext/generate | 'prompt':'PROMPT'                            | /data/taskId | /data/info/resultImageUrl | 500
          gpt4o-image/generate  | 'prompt':'PROMPT','size':'1:1'               | /data/taskId | /data/info/result_urls/0  | 500
          aleph/generate        | 'prompt':'PROMPT','videoUrl':'http://a.b/1'  | /taskId      | /data/result_video_url    | 400
          modify/generate       | 'prompt':'PROMPT','videoUrl':'http://a.b/1'  | /data/taskId | /data/resultUrls/0        | 500
          jobs/createTask       | 'model':'google/nano-banana','input':{'prompt':'PROMPT'} | /data/taskId | /data/resultJson | 501
          """)
  void aFamilyReportsInItsOwnForm(
      String path, String fields, String idAt, String resultAt, int failureCode) {
    SimulatorOptions quick = SimulatorOptions.defaults().withDuration(Duration.ofMillis(50));
    try (CallbackReceiver receiver = new CallbackReceiver();
        RunningSimulator simulator = Simulator.start(quick)) {
      TestClient client = TestClient.of(simulator);
      String body = "{" + fields + ",'callBackUrl':'" + receiver.url() + "'}";

      String id = client.submit("/api/v1/" + path, body.replace("PROMPT", "x"));
      JsonNode done = receiver.awaitCount(1).get(0).body();
      client.submit("/api/v1/" + path, body.replace("PROMPT", "x [sim:fail]"));
      JsonNode failed = receiver.awaitCount(2).get(1).body();

      assertThat(done.path("code").asInt()).isEqualTo(200);
      assertThat(done.at(idAt).asText()).isEqualTo(id);
      assertThat(done.at(resultAt).asText()).contains("/files/" + id + "/0.");
      assertThat(failed.path("code").asInt()).isEqualTo(failureCode);
      assertThat(failed.at(idAt).asText()).matches("[0-9a-f]{32}").isNotEqualTo(id);
      assertThat(failed.at(resultAt).asText()).isEmpty();
    }
  }
}
