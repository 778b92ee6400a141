package dev.genhub.kie.suno;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFailures;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.OptionalInt;

/** Suno in the published API (docs.kie.ai, suno-api), whose paths do not hold the word suno. */
final class SunoLive extends Suno {

  /** KIE.AI insists on a callback address; this one leads nowhere (RFC 2606). */
  private static final String NOWHERE = "https://callback.invalid/";

  @Override
  public List<Violation> check(GenerationRequest request) {
    return isExtension(request) ? new Extension(request).check() : List.of();
  }

  private static boolean isExtension(GenerationRequest request) {
    return request.taskType().equals("extend_music");
  }

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    if (isExtension(request)) {
      Json.ObjectBuilder body = new Extension(request).body().put("callBackUrl", NOWHERE);
      return api.submit("/api/v1/generate/extend", body, context);
    }
    Json.ObjectBuilder body =
        body(request)
            .copy(request.parameters(), "personaId", "personaModel", "duration")
            .put("callBackUrl", NOWHERE);
    return api.submit("/api/v1/generate", body, context);
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/generate/record-info", task.taskId());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    String word = record.at("status").text().orElse("");
    List<Artifact> tracks = tracks(record.at("response").unwrapped().at("sunoData"));
    return switch (word) {
      case "PENDING" -> TaskStatus.Running.unmeasured();
      case "TEXT_SUCCESS" -> new TaskStatus.Running(OptionalInt.of(30));
      case "FIRST_SUCCESS" -> new TaskStatus.Running(OptionalInt.of(70));
      case "SUCCESS" -> Artifacts.success(tracks);
      // the tracks are made, only KIE.AI's own callback did not get through
      case "CALLBACK_EXCEPTION" ->
          tracks.isEmpty() ? failed(word, record) : Artifacts.success(tracks);
      case "CREATE_TASK_FAILED", "GENERATE_AUDIO_FAILED", "SENSITIVE_WORD_ERROR" ->
          failed(word, record);
      default -> new TaskStatus.Unrecognised("status '" + word + "'");
    };
  }

  private static TaskStatus failed(String word, Json record) {
    boolean content = word.equals("SENSITIVE_WORD_ERROR");
    String code = content ? word : record.at("errorCode").nonBlankText().orElse(word);
    String reason = record.at("errorMessage").nonBlankText().orElse(word);
    return new TaskStatus.Failed(KieFailures.taskFailed(code, reason));
  }
}
